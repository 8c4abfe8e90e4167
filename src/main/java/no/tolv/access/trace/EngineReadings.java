package no.tolv.access.trace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Notes who reads a case through the engine: Tasklist, Cockpit and the REST API. The answer is held back until the row
 * is written, so that nothing is read without a trace.
 */
public class EngineReadings extends OncePerRequestFilter {

    private final ReadingTrace trace;

    public EngineReadings(ReadingTrace trace) {
        this.trace = trace;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        EngineRequest asked = new EngineRequest(request);
        Authentication reader = SecurityContextHolder.getContext().getAuthentication();
        if (reader == null || !asked.mayNameCases()) {
            chain.doFilter(request, response);
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(asked.request(), answer);
        trace.note(asked, reader.getName(), new ReadingTrace.Answer(answer.getStatus(), isEmpty(answer)));
        answer.copyBodyToResponse();
    }

    private static boolean isEmpty(ContentCachingResponseWrapper answer) {
        return answer.getContentSize() < 20
                && new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8)
                        .matches("\\s*(\\[\\s*]|\\{\"count\":0})?\\s*");
    }
}
