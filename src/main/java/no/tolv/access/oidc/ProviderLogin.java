package no.tolv.access.oidc;

import java.util.List;
import java.util.Set;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** The identity providers of {@code spring.security.oauth2.client.*}: how one logs in and out there. Without any, nothing happens. */
@Component
public class ProviderLogin {

    private static final String AUTHORIZATION = "/oauth2/authorization";
    private static final String LEFT = "/login?ute";
    private static final Set<String> OURS =
            Set.of(IncomingPerson.UNKNOWN, ConfirmedRoles.UNCONFIRMED, Assurance.TOO_LOW);

    private final Providers providers;
    private final IncomingPerson people;
    private final Assurance assurance;

    ProviderLogin(Providers providers, IncomingPerson people, Assurance assurance) {
        this.providers = providers;
        this.people = people;
        this.assurance = assurance;
    }

    /** A link for the login page. */
    public record Link(String name, String path) {}

    public List<Link> links() {
        return providers.all().stream()
                .map(one -> new Link(one.name(), AUTHORIZATION + "/" + one.id()))
                .toList();
    }

    /** Opens the way through the providers; the tokens for their other services are not kept. */
    public void open(HttpSecurity http) throws Exception {
        if (!providers.all().isEmpty()) {
            http.oauth2Login(login -> login.loginPage("/login")
                    .defaultSuccessUrl("/")
                    .failureHandler(refusal())
                    .authorizedClientRepository(new NoTokens())
                    .userInfoEndpoint(person -> person.oidcUserService(people))
                    .authorizationEndpoint(start -> start.authorizationRequestResolver(withProofKey()))
                    .withObjectPostProcessor(refusedOnTheWayOut()));
        }
    }

    /** Ends the session at the provider too, or the next click would log in again without asking. */
    public LogoutSuccessHandler farewell() {
        SimpleUrlLogoutSuccessHandler here = new SimpleUrlLogoutSuccessHandler();
        here.setDefaultTargetUrl(LEFT);
        if (providers.all().isEmpty()) {
            return here;
        }
        OidcClientInitiatedLogoutSuccessHandler there = new OidcClientInitiatedLogoutSuccessHandler(providers);
        there.setPostLogoutRedirectUri("{baseUrl}" + LEFT);
        there.setDefaultTargetUrl(LEFT);
        return (request, response, user) -> {
            try {
                there.onLogoutSuccess(request, response, user);
            } catch (ProviderAway nothingToEndThere) {
                here.onLogoutSuccess(request, response, user);
            }
        };
    }

    /** A provider may be away before anybody has been sent there. */
    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> refusedOnTheWayOut() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(refusal());
                return filter;
            }
        };
    }

    private DefaultOAuth2AuthorizationRequestResolver withProofKey() {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(providers, AUTHORIZATION);
        resolver.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce().andThen(assurance::askFor));
        return resolver;
    }

    private static AuthenticationFailureHandler refusal() {
        return (request, response, why) -> {
            if (request.getSession(false) != null) {
                request.getSession().invalidate();
            }
            response.sendRedirect(request.getContextPath() + "/login?" + reason(why));
        };
    }

    private static String reason(AuthenticationException why) {
        if (ProviderAway.isCauseOf(why)) {
            return "borte";
        }
        return why instanceof OAuth2AuthenticationException refused && OURS.contains(code(refused))
                ? code(refused)
                : "avbrutt";
    }

    private static String code(OAuth2AuthenticationException refused) {
        return refused.getError().getErrorCode();
    }
}
