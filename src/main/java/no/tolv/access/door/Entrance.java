package no.tolv.access.door;

import java.util.Set;
import no.tolv.access.oidc.ProviderLogin;
import no.tolv.access.password.KnownDevices;
import no.tolv.access.session.FormToken;
import no.tolv.access.session.LogoutEverywhere;
import no.tolv.access.session.SessionLogin;
import no.tolv.engine.deployment.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.stereotype.Component;

/** How one comes in and goes out: with a password or through an identity provider, kept in a session or not at all. */
@Component
class Entrance {

    private final boolean passwords;
    private final ProviderLogin providers;
    private final KnownDevices devices;
    private final SessionLogin sessions;
    private final FormToken token;
    private final LogoutEverywhere everywhere;
    private final RequestCache whereTo = whereTo();

    /**
     * @param passwords {@code tolv.login.password}: whether the login page asks for a password
     * @throws StartRefused when nobody could log in at all
     */
    Entrance(
            @Value("${tolv.login.password:true}") boolean passwords,
            ProviderLogin providers,
            KnownDevices devices,
            SessionLogin sessions,
            FormToken token,
            LogoutEverywhere everywhere) {
        if (!passwords && providers.links().isEmpty()) {
            throw new StartRefused("Ingen kan logge inn: «tolv.login.password» er av, og ingen innloggingstjeneste er"
                    + " oppgitt – sett opp «spring.security.oauth2.client», eller slå passord på.");
        }
        this.passwords = passwords;
        this.providers = providers;
        this.devices = devices;
        this.sessions = sessions;
        this.token = token;
        this.everywhere = everywhere;
    }

    /**
     * A password with each request, which leaves no session, or the session of a browser that has one. A session creation
     * policy would be one word for it, but brings a filter that saves every login it finds.
     */
    HttpSecurity forPrograms(HttpSecurity http) throws Exception {
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .httpBasic(basic -> basic.securityContextRepository(new RequestAttributeSecurityContextRepository())
                        .authenticationDetailsSource(devices::sender)
                        .authenticationEntryPoint(new Unauthenticated(true)))
                .csrf(csrf -> csrf.csrfTokenRepository(token))
                .requestCache(cache -> cache.disable());
    }

    HttpSecurity forBrowsers(HttpSecurity http) throws Exception {
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .requestCache(cache -> cache.requestCache(whereTo));
    }

    HttpSecurity forPeople(HttpSecurity http) throws Exception {
        if (passwords) {
            http.formLogin(login -> login.loginPage("/login")
                    .authenticationDetailsSource(devices::sender)
                    .successHandler(new Welcome(whereTo, devices))
                    .failureHandler((request, response, why) ->
                            response.sendRedirect(request.getContextPath() + "/login?error")));
        }
        providers.open(http);
        return forBrowsers(http)
                .logout(logout -> logout.addLogoutHandler(everywhere).logoutSuccessHandler(providers.farewell()))
                .csrf(csrf -> csrf.csrfTokenRepository(token));
    }

    /** The page somebody wanted before the login, kept in a cookie: a stranger leaves no row in the database. */
    private static RequestCache whereTo() {
        MediaTypeRequestMatcher pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        CookieRequestCache cookie = new CookieRequestCache();
        cookie.setRequestMatcher(pages);
        return cookie;
    }
}
