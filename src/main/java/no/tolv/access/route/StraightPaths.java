package no.tolv.access.route;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import no.tolv.access.answer.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses paths that two servlets could read differently, before anybody reads them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class StraightPaths extends OncePerRequestFilter {

    /** A path has one spelling: nothing that says where it ends, no step that is empty or goes back, nothing encoded that need not be. */
    private static final Pattern CROOKED = Pattern.compile("[;\\\\]|//|/\\.{1,2}(/|$)"
            + "|%(?![0-9A-Fa-f]{2})"
            + "|%[01][0-9A-Fa-f]|%7[Ff]"
            + "|%(2[DdEeFf]|25|3[0-9Bb]|4[1-9A-Fa-f]|5[0-9AaCcFf]|6[1-9A-Fa-f]|7[0-9AaEe])");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (CROOKED.matcher(request.getRequestURI()).find()) {
            Problem.write(response, 400, "BadRequest", "Adressen er ikke gyldig.");
        } else {
            chain.doFilter(request, response);
        }
    }
}
