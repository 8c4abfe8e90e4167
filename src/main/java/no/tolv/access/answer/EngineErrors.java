package no.tolv.access.answer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns the engine's error answers into ours: a Norwegian sentence, the right status, and nothing about what one may not know. */
public class EngineErrors extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(EngineErrors.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ErrorCapture capture = new ErrorCapture(response);
        chain.doFilter(request, capture);
        if (capture.isError()) {
            EngineError error = capture.isForged() ? EngineError.FORGED : told(request, capture);
            tell(request, error, capture.body());
            Problem.write(response, error.status(), error.type(), error.sentence());
        }
    }

    private static EngineError told(HttpServletRequest request, ErrorCapture capture) {
        return EngineError.of(request.getRequestURI(), capture.getStatus(), capture.body())
                .forBody(!request.getMethod().matches("POST|PUT") || request.getContentLengthLong() > 0);
    }

    /** The kind of failure for whoever runs the server; the engine's own words may quote what somebody wrote. */
    private static void tell(HttpServletRequest request, EngineError error, byte[] told) {
        if (error.status() >= 500) {
            LOG.error("{} {}: {}", request.getMethod(), request.getRequestURI(), EngineError.kind(told));
        }
    }
}
