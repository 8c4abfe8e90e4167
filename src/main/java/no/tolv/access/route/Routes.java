package no.tolv.access.route;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Opens each route to those it is for; what no row of {@code routes.csv} names is open to nobody. */
@Component
public class Routes implements AuthorizationManager<RequestAuthorizationContext> {

    private final List<Route> routes = new RouteFile(new ClassPathResource("routes.csv")).read();

    @Override
    public AuthorizationDecision check(Supplier<Authentication> somebody, RequestAuthorizationContext context) {
        return new AuthorizationDecision(of(context.getRequest())
                .filter(route -> route.admits(somebody.get()))
                .isPresent());
    }

    /** Whether there is something behind the door that is open to somebody else. */
    boolean isSomebodyElses(HttpServletRequest request) {
        return of(request).filter(route -> !route.isShut()).isPresent();
    }

    private Optional<Route> of(HttpServletRequest request) {
        return of(request.getMethod(), request.getRequestURI());
    }

    /** The row that decides. A slash at the end is the same path to the engine, and so to us. */
    Optional<Route> of(String method, String path) {
        PathContainer asked =
                PathContainer.parsePath(path.matches(".+/") ? path.substring(0, path.length() - 1) : path);
        return routes.stream().filter(route -> route.matches(method, asked)).findFirst();
    }

    List<Route> all() {
        return routes;
    }
}
