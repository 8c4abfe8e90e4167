package no.tolv.access.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * A second door, there only when {@code management.server.port} is a port of its own, which belongs on a network of the
 * operator's: health and numbers without login, and nothing else. By the port a request came in at, not the one it says.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class ManagementDoor {

    private final Environment settings;

    ManagementDoor(Environment settings) {
        this.settings = settings;
    }

    @Bean
    @Order(-1)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return http.securityMatcher(this::isManagement)
                .authorizeHttpRequests(rules -> rules.requestMatchers(read("/actuator/health/**"))
                        .permitAll()
                        .requestMatchers(read("/actuator/prometheus"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, why) -> response.setStatus(HttpServletResponse.SC_NOT_FOUND))
                        .accessDeniedHandler(
                                (request, response, why) -> response.setStatus(HttpServletResponse.SC_NOT_FOUND)))
                .requestCache(cache -> cache.disable())
                .csrf(CsrfConfigurer::disable)
                .build();
    }

    private boolean isManagement(HttpServletRequest request) {
        Integer port = settings.getProperty("local.management.port", Integer.class);
        return port != null && request.getLocalPort() == port;
    }

    private static PathPatternRequestMatcher read(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, path);
    }
}
