package no.tolv.concern;

import java.util.List;
import java.util.Set;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Pupil;
import no.tolv.organisation.Role;
import no.tolv.organisation.Staff;
import no.tolv.organisation.Unit;
import org.springframework.stereotype.Component;

/** Where somebody works, and whom they can worry about there: the owner's staff at every unit of the municipality. */
@Component
class Places {

    private static final Set<Role> MANAGEMENT =
            Set.of(Role.PRINCIPAL, Role.DEPUTY_PRINCIPAL, Role.KINDERGARTEN_HEAD, Role.DEPARTMENT_HEAD, Role.INSPECTOR);

    private final Organisation organisation;

    Places(Organisation organisation) {
        this.organisation = organisation;
    }

    /** The units the person works at. */
    List<Unit> of(String person) {
        Set<String> own =
                person == null ? Set.of() : organisation.rolesOf(person).keySet();
        return organisation.unitsUnder(own);
    }

    List<Pupil> pupils(String person) {
        return of(person).stream()
                .flatMap(unit -> organisation.pupilsOf(unit.id()).stream())
                .toList();
    }

    List<Staff> staff(String person) {
        return of(person).stream()
                .flatMap(unit -> organisation.staffOf(unit.id()).stream())
                .distinct()
                .toList();
    }

    /** Whether somebody belongs to the management of a unit (§ 12-5 second paragraph). */
    boolean isManagement(String person, String unit) {
        return person != null
                && organisation.rolesOf(person).getOrDefault(unit, Set.of()).stream()
                        .anyMatch(MANAGEMENT::contains);
    }

    /** Everybody in the management of a unit. */
    List<String> management(String unit) {
        return MANAGEMENT.stream()
                .flatMap(role -> organisation.inRole(unit, role).stream())
                .map(Staff::id)
                .distinct()
                .toList();
    }
}
