package no.tolv.access.route;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The guard stands behind the door, so that nobody's body is read before we know who they are, and in front of the engine. */
@Configuration(proxyBeanMethods = false)
class GuardBehindTheDoor {

    private static final int BEHIND_THE_OTHERS = SecurityProperties.DEFAULT_FILTER_ORDER + 10;

    @Bean
    FilterRegistrationBean<RequestGuard> requestGuard() {
        FilterRegistrationBean<RequestGuard> registration = new FilterRegistrationBean<>(new RequestGuard());
        registration.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        registration.setOrder(BEHIND_THE_OTHERS);
        return registration;
    }
}
