package no.tolv.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns the engine's error answers into ours: a Norwegian sentence, the right status, and nothing about what one may not know. */
class EngineErrors extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ErrorCapture capture = new ErrorCapture(response);
        chain.doFilter(request, capture);
        if (capture.isError()) {
            EngineError error = EngineError.of(request.getRequestURI(), capture.getStatus(), capture.body());
            Problem.write(response, error.status(), error.type(), error.sentence());
        }
    }
}
