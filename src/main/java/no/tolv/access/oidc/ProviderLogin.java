package no.tolv.access.oidc;

import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
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

    private final List<ClientRegistration> providers;
    private final ClientRegistrationRepository registrations;
    private final IncomingPerson people;

    ProviderLogin(ObjectProvider<InMemoryClientRegistrationRepository> configured, IncomingPerson people) {
        this.registrations = configured.getIfAvailable();
        this.providers = configured.stream()
                .flatMap(all -> StreamSupport.stream(all.spliterator(), false))
                .toList();
        this.people = people;
    }

    /** A link for the login page. */
    public record Link(String name, String path) {}

    public List<Link> links() {
        return providers.stream()
                .map(one -> new Link(one.getClientName(), AUTHORIZATION + "/" + one.getRegistrationId()))
                .toList();
    }

    /** Opens the way through the providers; the tokens for their other services are not kept. */
    public void open(HttpSecurity http) throws Exception {
        if (!providers.isEmpty()) {
            http.oauth2Login(login -> login.loginPage("/login")
                    .defaultSuccessUrl("/")
                    .failureHandler(refusal())
                    .authorizedClientRepository(new NoTokens())
                    .userInfoEndpoint(person -> person.oidcUserService(people))
                    .authorizationEndpoint(start -> start.authorizationRequestResolver(withProofKey())));
        }
    }

    /** Ends the session at the provider too, or the next click would log in again without asking. */
    public LogoutSuccessHandler farewell() {
        SimpleUrlLogoutSuccessHandler here = new SimpleUrlLogoutSuccessHandler();
        here.setDefaultTargetUrl(LEFT);
        if (providers.isEmpty()) {
            return here;
        }
        OidcClientInitiatedLogoutSuccessHandler there = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        there.setPostLogoutRedirectUri("{baseUrl}" + LEFT);
        there.setDefaultTargetUrl(LEFT);
        return there;
    }

    private DefaultOAuth2AuthorizationRequestResolver withProofKey() {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(registrations, AUTHORIZATION);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    private static AuthenticationFailureHandler refusal() {
        return (request, response, why) -> {
            if (request.getSession(false) != null) {
                request.getSession().invalidate();
            }
            boolean unknown = why instanceof OAuth2AuthenticationException refused
                    && IncomingPerson.UNKNOWN.equals(refused.getError().getErrorCode());
            response.sendRedirect(request.getContextPath() + (unknown ? "/login?ukjent" : "/login?avbrutt"));
        };
    }
}
