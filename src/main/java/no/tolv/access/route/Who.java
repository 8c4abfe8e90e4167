package no.tolv.access.route;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import no.tolv.engine.account.Groups;
import no.tolv.organisation.Role;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Whom a route is open to. What they see there, the case and the engine decide. */
enum Who {
    /** Also who has not logged in. */
    EVERYONE("everyone"),
    /** Everybody who has logged in. */
    STAFF("staff"),
    /** Those who follow the cases of their units in Cockpit. */
    MANAGERS("managers", Role.PRINCIPAL, Role.KINDERGARTEN_HEAD, Role.OWNER, Role.MONITOR),
    /** Those who edit the diagrams, and read no case. */
    PROCESS_ADMIN("processAdmin", Role.PROCESS_ADMIN),
    /** It is there, and it stays shut. */
    NOBODY("nobody");

    private final String id;
    private final Set<String> groups;

    Who(String id, Role... roles) {
        this.id = id;
        this.groups = Set.copyOf(Arrays.stream(roles).map(Groups::everywhere).toList());
    }

    static Who of(String id) {
        return Arrays.stream(values())
                .filter(who -> who.id.equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("«" + id + "» er ingen av dem en vei kan være åpen for."));
    }

    boolean admits(Authentication somebody) {
        return switch (this) {
            case EVERYONE -> true;
            case STAFF -> isLoggedIn(somebody);
            case NOBODY -> false;
            default -> isLoggedIn(somebody) && authorities(somebody).stream().anyMatch(groups::contains);
        };
    }

    private static boolean isLoggedIn(Authentication somebody) {
        return somebody != null && somebody.isAuthenticated() && !(somebody instanceof AnonymousAuthenticationToken);
    }

    private static Collection<String> authorities(Authentication somebody) {
        return somebody.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}
