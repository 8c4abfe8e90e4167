package no.tolv.engine.hidden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Puts the number of instances the reader may see where Cockpit's own statement counts all at the reader's units. */
class CockpitCounts extends OncePerRequestFilter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final VisibleCounts counts;
    private final IdentityService identity;

    CockpitCounts(ProcessEngine engine) {
        this.counts = new VisibleCounts(engine);
        this.identity = engine.getIdentityService();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().endsWith("/process-definition/statistics");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ContentCachingResponseWrapper told = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, told);
        if (told.getStatus() == HttpServletResponse.SC_OK) {
            JsonNode rows = JSON.readTree(told.getContentAsByteArray());
            as(Objects.requireNonNull(request.getRemoteUser()), () -> rows.forEach(row -> count((ObjectNode) row)));
            told.resetBuffer();
            told.getOutputStream().write(JSON.writeValueAsBytes(rows));
        }
        told.copyBodyToResponse();
    }

    /** The web apps have taken the reader's identity back when they have answered. */
    private void as(String reader, Runnable work) {
        List<String> groups = identity.createGroupQuery().groupMember(reader).list().stream()
                .map(Group::getId)
                .toList();
        List<String> tenants = identity.createTenantQuery().userMember(reader).list().stream()
                .map(Tenant::getId)
                .toList();
        identity.setAuthentication(reader, groups, tenants);
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    private void count(ObjectNode row) {
        String key = row.path("key").asText();
        row.put("instances", counts.instancesOfAllVersions(key));
        row.put("incidents", counts.incidentsOfAllVersions(key));
    }
}
