package no.tolv.access.route;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import no.tolv.access.answer.Problem;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what the engine is asked before the engine does, and refuses expressions: whoever may ask for a list of tasks
 * could otherwise have the server work out anything (CVE-2026-109432). Filters that are kept may use the few that
 * Tasklist's own lists need. How much there is to read, {@link BodyLimit} has seen to.
 */
class RequestGuard extends OncePerRequestFilter {

    private static final Pattern DEPLOYMENT = Pattern.compile(".*/deployment/create/?");
    private static final Pattern KEPT_FILTER = Pattern.compile("(POST .*/filter/create|PUT .*/filter/[^/]+)/?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(checked(request), response);
        } catch (RequestRefused refused) {
            Problem.write(response, refused.status(), "BadRequest", refused.getMessage());
        }
    }

    private static HttpServletRequest checked(HttpServletRequest request) throws IOException {
        AskedExpressions.refuseInQuery(request.getQueryString());
        if (DEPLOYMENT.matcher(request.getRequestURI()).matches()) {
            return request;
        }
        byte[] body = request.getInputStream().readAllBytes();
        AskedExpressions.refuseInBody(body, isKeptFilter(request));
        return new ReadRequest(request, body);
    }

    private static boolean isKeptFilter(HttpServletRequest request) {
        return KEPT_FILTER
                .matcher(request.getMethod() + " " + request.getRequestURI())
                .matches();
    }
}
