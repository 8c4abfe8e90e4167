package no.tolv.access.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.tolv.access.answer.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses paths that two servlets could read differently, before anybody reads them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StraightPaths extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (path.contains(";") || path.contains("//") || path.matches("(?i).*(%2f|%5c|%2e|%3b|%25|\\\\).*")) {
            Problem.write(response, 400, "BadRequest", "Adressen er ikke gyldig.");
        } else {
            chain.doFilter(request, response);
        }
    }
}
