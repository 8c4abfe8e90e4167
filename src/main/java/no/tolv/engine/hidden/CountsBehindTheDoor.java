package no.tolv.engine.hidden;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where Cockpit's counts are put right: inside the filter that tells the engine who is logged in. */
@Configuration(proxyBeanMethods = false)
class CountsBehindTheDoor {

    private static final int INSIDE_THE_WEB_APPS = SecurityProperties.DEFAULT_FILTER_ORDER + 20;

    @Bean
    FilterRegistrationBean<CockpitCounts> cockpitCounts(ProcessEngine engine) {
        FilterRegistrationBean<CockpitCounts> filter = new FilterRegistrationBean<>(new CockpitCounts(engine));
        filter.addUrlPatterns("/camunda/api/cockpit/*");
        filter.setOrder(INSIDE_THE_WEB_APPS);
        return filter;
    }
}
