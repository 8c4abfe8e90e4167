package no.tolv.access.answer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns the engine's error answers into ours: a Norwegian sentence, the right status, and nothing about what one may not know. */
public class EngineErrors extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(EngineErrors.class);

    /** Questions too long for an address, and those that are kept; what else is posted changes something. */
    private static final Pattern QUERY_IN_BODY = Pattern.compile(
            ".*/((task|process-instance|execution|variable-instance|job|incident|history/[a-z-]+)(/count)?+"
                    + "|filter/create|filter/[^/]+(/(list|count|singleResult))?+)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ErrorCapture capture = new ErrorCapture(response);
        chain.doFilter(request, capture);
        if (capture.isError()) {
            EngineError said = EngineError.of(request.getRequestURI(), capture.getStatus(), capture.body());
            EngineError error = capture.isForged() ? EngineError.FORGED : told(said, request, capture.body());
            tell(request, said, error, capture.body());
            Problem.write(response, error.status(), error.type(), error.sentence());
        }
    }

    private static EngineError told(EngineError said, HttpServletRequest request, byte[] told) {
        boolean inBody = QUERY_IN_BODY.matcher(request.getRequestURI()).matches();
        return said.forBody(!hasHole(request, inBody, told))
                .forQuery(inBody || request.getMethod().matches("GET|HEAD"), told);
    }

    /** No body where there should be one, or nothing where a question should have something. */
    private static boolean hasHole(HttpServletRequest request, boolean isQuery, byte[] told) {
        return request.getMethod().matches("POST|PUT")
                && (request.getContentLengthLong() <= 0
                        || isQuery && EngineError.kind(told).equals("NullPointerException"));
    }

    /**
     * The kind of failure for whoever runs the server, also where we take it for the asker's; the engine's own words may
     * quote what somebody wrote.
     */
    private static void tell(HttpServletRequest request, EngineError said, EngineError error, byte[] told) {
        if (said.status() >= 500) {
            LOG.atLevel(error.status() >= 500 ? Level.ERROR : Level.WARN)
                    .log("{} {}: {}", request.getMethod(), request.getRequestURI(), EngineError.kind(told));
        }
    }
}
