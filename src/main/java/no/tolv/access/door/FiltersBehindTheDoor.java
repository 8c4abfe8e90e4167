package no.tolv.access.door;

import jakarta.servlet.Filter;
import no.tolv.access.answer.EngineErrors;
import no.tolv.access.trace.EngineReadings;
import no.tolv.access.trace.ReadingTrace;
import no.tolv.engine.account.Accounts;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The servlet filters behind the door, in the order they must stand. */
@Configuration(proxyBeanMethods = false)
class FiltersBehindTheDoor {

    private static final int BEHIND_THE_DOOR = SecurityProperties.DEFAULT_FILTER_ORDER + 1;

    @Bean
    FilterRegistrationBean<EngineIdentity> engineIdentity(IdentityService identity) {
        return behindTheDoor(new EngineIdentity(identity), 0, "/*");
    }

    @Bean
    FilterRegistrationBean<WebAppLogout> webAppLogout() {
        return behindTheDoor(new WebAppLogout(), 1, "/camunda/api/admin/auth/*");
    }

    @Bean
    FilterRegistrationBean<EngineReadings> engineReadings(ReadingTrace trace) {
        return behindTheDoor(new EngineReadings(trace), 2, "/engine-rest/*", "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<EngineErrors> engineErrors() {
        return behindTheDoor(new EngineErrors(), 3, "/engine-rest/*", "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<WebAppIdentity> webAppIdentity(Accounts accounts) {
        return behindTheDoor(new WebAppIdentity(accounts), 4, "/camunda/app/*", "/camunda/api/*");
    }

    private static <T extends Filter> FilterRegistrationBean<T> behindTheDoor(T filter, int place, String... paths) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(paths);
        registration.setOrder(BEHIND_THE_DOOR + place);
        return registration;
    }
}
