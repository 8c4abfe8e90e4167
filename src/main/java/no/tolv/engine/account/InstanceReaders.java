package no.tolv.engine.account;

import java.util.Set;
import no.tolv.organisation.Role;

/** Who may see that a case runs, by case number, in Cockpit and over the engine's REST API: those who lead its unit. */
public final class InstanceReaders {

    public static final Set<Role> ROLES = Set.of(Role.PRINCIPAL, Role.KINDERGARTEN_HEAD, Role.OWNER);

    private InstanceReaders() {}
}
