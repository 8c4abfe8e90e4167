package no.tolv.access.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The only door (design §5): HTTP Basic or session for the REST APIs, session for the web apps and pages. Paths are
 * matched by pattern, not by string: a string matcher overlooks the engine's own servlets.
 */
@Configuration(proxyBeanMethods = false)
class Door {

    private final Entrance entrance;

    Door(Entrance entrance) {
        this.entrance = entrance;
    }

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** What needs no login: reporting a worry, its page, and the health of the service. */
    private static final String[] OPEN = {"/login", "/actuator/health", "/error", "/assets/**", "/favicon.ico"};

    @Bean
    @Order(1)
    SecurityFilterChain apis(HttpSecurity http) throws Exception {
        return entrance.forPrograms(http)
                .securityMatcher(paths("/engine-rest", "/engine-rest/**", "/api/**"))
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(path(HttpMethod.POST, "/api/reports"))
                        .permitAll()
                        .requestMatchers(path(null, "/api/clock"))
                        .hasAuthority("all.processAdmin")
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new Unauthenticated(true))
                        .accessDeniedHandler(new Forbidden()))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(Door::changesBySession))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain webApps(HttpSecurity http) throws Exception {
        return entrance.forBrowsers(http)
                .securityMatcher(paths("/camunda", "/camunda/**"))
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(paths(
                                "/camunda/api/admin/setup/**",
                                "/camunda/app/admin/*/setup/**",
                                "/camunda/api/admin/auth/user/*/login/**"))
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                                new Unauthenticated(false), paths("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), paths("/camunda/**"))
                        .accessDeniedHandler(new Forbidden()))
                .csrf(CsrfConfigurer::disable)
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return entrance.forPeople(http)
                .authorizeHttpRequests(
                        rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(paths(OPEN))
                                .permitAll()
                                .requestMatchers(path(HttpMethod.GET, "/meld"))
                                .permitAll()
                                .requestMatchers(path(null, "/actuator/**"))
                                .denyAll()
                                .requestMatchers(path(HttpMethod.GET, "/**"))
                                .authenticated()
                                .anyRequest()
                                .denyAll())
                .build();
    }

    /** A change is forgeable only when the browser sends the proof by itself: a session, and no password in the header. */
    private static boolean changesBySession(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        boolean basic = header != null && header.regionMatches(true, 0, "Basic ", 0, 6);
        return !basic && !SAFE.contains(request.getMethod()) && request.getSession(false) != null;
    }

    private static RequestMatcher paths(String... patterns) {
        RequestMatcher[] matchers = new RequestMatcher[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            matchers[i] = path(null, patterns[i]);
        }
        return new OrRequestMatcher(matchers);
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
