package no.tolv.engine.account;

import no.tolv.organisation.Organisation;
import no.tolv.organisation.Role;

/**
 * What the engine's groups are called. {@code <unit>.<role>} is a candidate of tasks; {@code all.<role>} carries
 * authorizations and filters only, so that their number does not grow with the units.
 */
public final class Groups {

    private Groups() {}

    /** For example {@code midtstuen.principal}. */
    public static String of(String unit, Role role) {
        return unit + "." + role.id();
    }

    /** For example {@code all.principal}. */
    public static String everywhere(Role role) {
        return of(Organisation.EVERYWHERE, role);
    }
}
