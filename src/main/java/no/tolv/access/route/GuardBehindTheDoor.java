package no.tolv.access.route;

import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The guards stand behind the door, so that nobody's body is read before we know who they are, and in front of the engine. */
@Configuration(proxyBeanMethods = false)
class GuardBehindTheDoor {

    /** A deployment of every diagram, table and form Tolv ships is less than half of it. */
    private static final int ENGINE_KILOBYTES = 1024;

    /** Twice a report, which says in words of its own that it is too long. */
    private static final int OWN_KILOBYTES = 128;

    private static final int BEHIND_THE_OTHERS = SecurityProperties.DEFAULT_FILTER_ORDER + 10;
    private static final String[] ENGINE = {"/engine-rest/*", "/camunda/api/*"};

    @Bean
    FilterRegistrationBean<BodyLimit> engineBodies() {
        return standing("engineBodies", new BodyLimit(ENGINE_KILOBYTES), 0, ENGINE);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> ownBodies() {
        return standing("ownBodies", new BodyLimit(OWN_KILOBYTES), 0, "/api/*");
    }

    @Bean
    FilterRegistrationBean<RequestGuard> requestGuard() {
        return standing("requestGuard", new RequestGuard(), 1, ENGINE);
    }

    private static <T extends Filter> FilterRegistrationBean<T> standing(
            String name, T guard, int place, String... paths) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(guard);
        registration.setName(name);
        registration.addUrlPatterns(paths);
        registration.setOrder(BEHIND_THE_OTHERS + place);
        return registration;
    }
}
