package no.tolv.access.door;

import java.util.Optional;
import no.tolv.engine.account.Standing;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who has come through our door. */
final class Caller {

    private Caller() {}

    /** As the door has just looked it up, and left it with the login; empty when nobody is logged in. */
    static Optional<Standing> now() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login != null && login.getDetails() instanceof Standing standing
                ? Optional.of(standing)
                : Optional.empty();
    }
}
