package no.tolv.access.route;

import java.util.List;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.Authentication;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One row of the route file: a kind of request, and whom it is open to.
 *
 * @param line where the row stands
 * @param paths the same path at each of the doors it has
 */
record Route(int line, Set<String> methods, List<PathPattern> paths, Set<Who> who) {

    /** What is read may also be asked for without its body. */
    boolean matches(String method, PathContainer path) {
        return methods.contains(method.equals("HEAD") ? "GET" : method)
                && paths.stream().anyMatch(pattern -> pattern.matches(path));
    }

    boolean admits(Authentication somebody) {
        return who.stream().anyMatch(some -> some.admits(somebody));
    }

    /** It does not exist, as far as anybody is told. */
    boolean isShut() {
        return who.equals(Set.of(Who.NOBODY));
    }
}
