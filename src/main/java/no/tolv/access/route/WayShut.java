package no.tolv.access.route;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.tolv.access.answer.Problem;
import no.tolv.access.trace.ReadingTrace;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** A way that is shut is not there; one that is open to others is forbidden. A page for a person, a problem for a program. */
@Component
public class WayShut implements AccessDeniedHandler {

    private final Routes routes;
    private final ReadingTrace trace;

    WayShut(Routes routes, ReadingTrace trace) {
        this.routes = routes;
        this.trace = trace;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        trace.turnedAway(request);
        boolean forbidden = why instanceof CsrfException || routes.isSomebodyElses(request);
        if (wantsPage(request)) {
            response.sendError(forbidden ? 403 : 404);
        } else if (forbidden) {
            Problem.write(response, 403, "Forbidden", "Du har ikke tilgang til dette.");
        } else {
            Problem.write(
                    response,
                    404,
                    "NotFound",
                    "Det finnes ikke noe på denne adressen, eller du har ikke tilgang til det.");
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }
}
