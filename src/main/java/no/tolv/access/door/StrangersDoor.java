package no.tolv.access.door;

import no.tolv.access.route.Routes;
import no.tolv.access.route.WayShut;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The pages for those without a login. No session and no cookie: nothing is done here in anybody's name, so there is
 * nothing to forge, and a shared machine keeps no trace.
 */
@Configuration(proxyBeanMethods = false)
class StrangersDoor {

    private final Entrance entrance;
    private final Routes routes;
    private final WayShut shut;

    StrangersDoor(Entrance entrance, Routes routes, WayShut shut) {
        this.entrance = entrance;
        this.routes = routes;
        this.shut = shut;
    }

    @Bean
    @Order(0)
    SecurityFilterChain strangers(HttpSecurity http) throws Exception {
        return entrance.forBrowsers(http)
                .securityMatchers(paths -> paths.requestMatchers("/meld", "/meld/**"))
                .authorizeHttpRequests(rules -> rules.anyRequest().access(routes))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, nobody) -> shut.handle(request, response, null))
                        .accessDeniedHandler(shut))
                .requestCache(cache -> cache.disable())
                .csrf(CsrfConfigurer::disable)
                .headers(HeadersConfigurer::disable)
                .build();
    }
}
