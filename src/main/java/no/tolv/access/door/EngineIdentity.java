package no.tolv.access.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives the engine the caller's id, groups and units for the length of a request outside the web apps, and always takes them back. */
class EngineIdentity extends OncePerRequestFilter {

    private final IdentityService identity;

    EngineIdentity(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/camunda/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            Caller.now()
                    .ifPresent(caller ->
                            identity.setAuthentication(caller.user(), List.copyOf(caller.groups()), caller.units()));
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
