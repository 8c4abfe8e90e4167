package no.tolv.access.door;

import jakarta.servlet.DispatcherType;
import no.tolv.access.route.Routes;
import no.tolv.access.route.WayShut;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The only door (design §5): HTTP Basic or session for the REST APIs and the alarms, session for the web apps and pages. Paths are
 * matched by pattern, not by string: a string matcher overlooks the engine's own servlets.
 */
@Configuration(proxyBeanMethods = false)
class Door {

    private final Entrance entrance;
    private final Routes routes;
    private final WayShut shut;

    Door(Entrance entrance, Routes routes, WayShut shut) {
        this.entrance = entrance;
        this.routes = routes;
        this.shut = shut;
    }

    @Bean
    @Order(1)
    SecurityFilterChain apis(HttpSecurity http) throws Exception {
        return entrance.forPrograms(http)
                .securityMatcher(paths(
                        "/engine-rest",
                        "/engine-rest/**",
                        "/api/**",
                        "/actuator/health/operations",
                        "/actuator/health/operations/**"))
                .authorizeHttpRequests(this::byRoute)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new Unauthenticated(true))
                        .accessDeniedHandler(shut))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(new ForgeableChange()))
                .headers(HeadersConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain webApps(HttpSecurity http) throws Exception {
        return entrance.forBrowsers(http)
                .securityMatcher(paths("/camunda", "/camunda/**"))
                .authorizeHttpRequests(this::byRoute)
                .exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                                new Unauthenticated(false), paths("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), paths("/camunda/**"))
                        .accessDeniedHandler(shut))
                .csrf(CsrfConfigurer::disable)
                .headers(HeadersConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return entrance.forPeople(http)
                .authorizeHttpRequests(this::byRoute)
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(shut))
                .headers(HeadersConfigurer::disable)
                .build();
    }

    private void byRoute(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .anyRequest()
                .access(routes);
    }

    private static RequestMatcher paths(String... patterns) {
        RequestMatcher[] matchers = new RequestMatcher[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            matchers[i] = PathPatternRequestMatcher.withDefaults().matcher(patterns[i]);
        }
        return new OrRequestMatcher(matchers);
    }
}
