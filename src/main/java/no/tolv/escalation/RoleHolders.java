package no.tolv.escalation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.tolv.casefile.Exclusions;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Role;
import no.tolv.organisation.Staff;
import no.tolv.organisation.Unit;
import org.springframework.stereotype.Component;

/** Finds the people behind a role in one case; where nobody may know of the case, the owner is told instead (INV-04). */
@Component
class RoleHolders {

    private static final Set<Role> AT_OWNER =
            EnumSet.of(Role.OWNER, Role.OWNER_ADVISER, Role.ASSISTANCE_TEAM, Role.PSYCHOLOGICAL_SERVICE);

    private final Organisation organisation;
    private final Exclusions exclusions;

    RoleHolders(Organisation organisation, Exclusions exclusions) {
        this.organisation = organisation;
        this.exclusions = exclusions;
    }

    /** Staff ids of those who hold the role and may know of the case. */
    List<String> of(String caseNumber, String unit, Role role) {
        List<String> holders = allowed(caseNumber, unitOf(unit, role), role);
        return holders.isEmpty() ? allowed(caseNumber, owner(unit), Role.OWNER) : holders;
    }

    /** The unit a role is held at: the owner for the owner's roles. */
    String unitOf(String unit, Role role) {
        return AT_OWNER.contains(role) ? owner(unit) : unit;
    }

    /** The municipality that owns the unit. */
    String owner(String unit) {
        return organisation
                .unit(unit)
                .map(Unit::owner)
                .orElseThrow(() -> new IllegalStateException("Det finnes ingen enhet «" + unit + "»."));
    }

    private List<String> allowed(String caseNumber, String unit, Role role) {
        Set<String> excluded = exclusions.of(caseNumber);
        if (role == Role.DEPUTY_PRINCIPAL
                && holders(unit, Role.PRINCIPAL).stream().anyMatch(excluded::contains)) {
            return List.of();
        }
        return holders(unit, role).stream()
                .filter(staff -> !excluded.contains(staff))
                .toList();
    }

    private List<String> holders(String unit, Role role) {
        return organisation.inRole(unit, role).stream().map(Staff::id).toList();
    }
}
