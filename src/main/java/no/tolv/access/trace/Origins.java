package no.tolv.access.trace;

import jakarta.servlet.http.HttpServletRequest;
import no.tolv.casefile.Readings.Origin;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where a request comes from. The address is the connection's own; what a proxy says of others counts only when the
 * server is set to trust it ({@code server.forward-headers-strategy}).
 */
public final class Origins {

    private static final String REST = "rest";
    private static final String API = "api";

    private Origins() {}

    /** Where the request being answered comes from. */
    public static Origin current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? of(web.getRequest())
                : new Origin(API, "");
    }

    static Origin of(HttpServletRequest request) {
        return new Origin(channel(request), address(request.getRemoteAddr()));
    }

    /** The page somebody sits in says so itself; only the path is certain. */
    private static String channel(HttpServletRequest request) {
        String path = request.getRequestURI();
        String page = String.valueOf(request.getHeader("Referer"));
        if (path.startsWith("/engine-rest")) {
            return REST;
        }
        if (path.startsWith("/camunda/api/cockpit/") || page.contains("/camunda/app/cockpit/")) {
            return "cockpit";
        }
        return page.contains("/camunda/app/tasklist/") ? "tasklist" : path.startsWith("/camunda/") ? "webapp" : API;
    }

    private static String address(String remote) {
        return remote == null ? "" : remote.substring(0, Math.min(remote.length(), 64));
    }
}
