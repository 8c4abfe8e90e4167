package no.tolv.engine.hidden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Puts the number of instances the reader may see where Cockpit's own statement counts all at the reader's units. */
class CockpitCounts extends OncePerRequestFilter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final VisibleCounts counts;

    CockpitCounts(ProcessEngine engine) {
        this.counts = new VisibleCounts(engine);
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
            rows.forEach(row -> count((ObjectNode) row));
            told.resetBuffer();
            told.getOutputStream().write(JSON.writeValueAsBytes(rows));
        }
        told.copyBodyToResponse();
    }

    private void count(ObjectNode row) {
        String key = row.path("key").asText();
        row.put("instances", counts.instancesOfAllVersions(key));
        row.put("incidents", counts.incidentsOfAllVersions(key));
    }
}
