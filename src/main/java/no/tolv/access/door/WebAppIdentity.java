package no.tolv.access.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;

/** Introduces the caller to the web apps with each request; ours has one engine, whether the address names it or not. */
class WebAppIdentity extends ContainerBasedAuthenticationFilter {

    @Override
    protected String extractEngineName(HttpServletRequest request) {
        return "default";
    }

    @Override
    protected UserAuthentication createAuthentication(
            ProcessEngine engine, String user, List<String> groups, List<String> units) {
        return new WebAppUser(engine, user, groups, units);
    }
}
