package no.tolv.engine.role;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.tolv.engine.account.Groups;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Role;
import no.tolv.organisation.Staff;
import no.tolv.organisation.Unit;
import org.springframework.stereotype.Component;

/**
 * Turns the roles a diagram writes into those who can take the task at the case's unit. A role nobody can fill falls
 * to the head of the unit and then to the owner of the municipality; whoever is excluded never counts (INV-04).
 */
@Component
public class RoleResolution {

    private static final Set<Role> LEADERS = Set.of(Role.PRINCIPAL, Role.DEPUTY_PRINCIPAL, Role.KINDERGARTEN_HEAD);

    private final Organisation organisation;

    RoleResolution(Organisation organisation) {
        this.organisation = organisation;
    }

    /**
     * Who can take a task.
     *
     * @param unit the case's unit
     * @param roles what the diagram writes; none means the head of the unit
     * @param circle how staff stand to the case
     * @throws NobodyLeft when not even the owner can take it
     */
    Candidates candidates(String unit, Collection<Role> roles, CaseCircle circle) {
        Unit place = place(unit);
        Set<String> shutOut = shutOut(unit, circle.excluded());
        Candidates found = Candidates.NONE;
        for (Role role : roles) {
            found = found.and(ofPupil(role, circle)
                    .map(teacher -> own(teacher, place, shutOut))
                    .orElseGet(() -> orFallback(place, role, shutOut)));
        }
        return found.isEmpty() ? fallback(place, shutOut) : found;
    }

    private static Optional<String> ofPupil(Role role, CaseCircle circle) {
        return role == Role.CONTACT_TEACHER ? circle.contactTeacher().get() : Optional.empty();
    }

    /** Whether somebody works at the unit or its municipality and is not excluded, and so may be given a task. */
    public boolean mayTake(String staff, String unit, Set<String> excluded) {
        Map<String, Set<Role>> roles = organisation.rolesOf(staff);
        boolean belongs =
                roles.containsKey(unit) || roles.containsKey(place(unit).owner());
        return belongs && !shutOut(unit, excluded).contains(staff);
    }

    /** Those excluded, and with an excluded head of the unit also the deputies, who answer to that head. */
    Set<String> shutOut(String unit, Set<String> excluded) {
        Set<String> shutOut = new HashSet<>(excluded);
        if (!excluded.isEmpty() && isHeadExcluded(unit, excluded)) {
            LEADERS.forEach(role -> shutOut.addAll(holders(unit, role)));
        }
        return shutOut;
    }

    private boolean isHeadExcluded(String unit, Set<String> excluded) {
        return holders(unit, Role.PRINCIPAL).stream().anyMatch(excluded::contains)
                || holders(unit, Role.KINDERGARTEN_HEAD).stream().anyMatch(excluded::contains);
    }

    /** The pupil's own contact teacher, and no colleague who happens to be one too (need to know). */
    private Candidates own(String contactTeacher, Unit unit, Set<String> shutOut) {
        boolean able = organisation.staff(contactTeacher).filter(Staff::active).isPresent()
                && organisation.rolesOf(contactTeacher).containsKey(unit.id())
                && !shutOut.contains(contactTeacher);
        return able ? Candidates.users(List.of(contactTeacher)) : fallback(unit, shutOut);
    }

    /** A role with holders who are all excluded falls back on its own; one nobody holds leaves the task to the others. */
    private Candidates orFallback(Unit unit, Role role, Set<String> shutOut) {
        List<String> holders = holders(unit.id(), role);
        String place = holders.isEmpty() ? unit.owner() : unit.id();
        Candidates able = able(place, role, shutOut);
        boolean held = !holders.isEmpty() || !holders(unit.owner(), role).isEmpty();
        return able.isEmpty() && held ? fallback(unit, shutOut) : able;
    }

    private Candidates fallback(Unit unit, Set<String> shutOut) {
        Candidates head = able(unit.id(), head(unit), shutOut);
        Candidates found = head.isEmpty() ? able(unit.owner(), Role.OWNER, shutOut) : head;
        if (found.isEmpty()) {
            throw new NobodyLeft(unit.id());
        }
        return found;
    }

    private Candidates able(String unit, Role role, Set<String> shutOut) {
        List<String> holders = holders(unit, role);
        List<String> able =
                holders.stream().filter(staff -> !shutOut.contains(staff)).toList();
        if (able.isEmpty()) {
            return Candidates.NONE;
        }
        return able.size() == holders.size() ? Candidates.group(Groups.of(unit, role)) : Candidates.users(able);
    }

    private static Role head(Unit unit) {
        return unit.kind() == Unit.Kind.KINDERGARTEN ? Role.KINDERGARTEN_HEAD : Role.PRINCIPAL;
    }

    private List<String> holders(String unit, Role role) {
        return organisation.inRole(unit, role).stream().map(Staff::id).toList();
    }

    private Unit place(String unit) {
        return organisation
                .unit(unit)
                .orElseThrow(() -> new IllegalStateException("Enheten «" + unit + "» finnes ikke."));
    }
}
