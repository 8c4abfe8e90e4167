package no.tolv.access.door;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The pages for those without a login. No session and no cookie: nothing is done here in anybody's name, so there is
 * nothing to forge, and a shared machine keeps no trace.
 */
@Configuration(proxyBeanMethods = false)
class StrangersDoor {

    private static final String ONLY_OURS =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(0)
    SecurityFilterChain strangers(HttpSecurity http) throws Exception {
        return http.securityMatchers(paths -> paths.requestMatchers("/meld", "/meld/**"))
                .authorizeHttpRequests(rules -> rules.requestMatchers(
                                path(HttpMethod.GET, "/meld"),
                                path(HttpMethod.HEAD, "/meld"),
                                path(HttpMethod.POST, "/meld"),
                                path(HttpMethod.GET, "/meld/sendt"),
                                path(HttpMethod.GET, "/meld/kvittering"),
                                path(HttpMethod.POST, "/meld/kvittering"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .csrf(CsrfConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(ONLY_OURS))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    private static PathPatternRequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
