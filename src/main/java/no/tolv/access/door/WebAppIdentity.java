package no.tolv.access.door;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;

/** Introduces the caller to the web apps with each request; ours has one engine, whether the address names it or not. */
class WebAppIdentity extends ContainerBasedAuthenticationFilter {

    @Override
    protected String extractEngineName(HttpServletRequest request) {
        return "default";
    }
}
