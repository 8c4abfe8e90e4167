package no.tolv.casefile;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.tolv.casefile.Involvements.Involvement;
import no.tolv.casefile.Involvements.Part;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Role;
import no.tolv.organisation.Staff;
import no.tolv.organisation.Unit;
import org.springframework.stereotype.Component;

/** Who may know of a case: role, unit and case together open it, an exclusion closes it everywhere (design principle 5). */
@Component
public class NeedToKnow {

    /** How much of a case somebody may see. */
    public enum View {
        /** Everything in it. */
        WHOLE,
        /** That the report was received, and no more: the reporter who has no other part. */
        RECEIPT,
        /** Not even that it exists. */
        NONE
    }

    private static final Set<Role> NEVER = EnumSet.of(Role.PROCESS_ADMIN, Role.MONITOR);
    private static final Set<Part> HANDLES = EnumSet.complementOf(EnumSet.of(Part.REPORTER, Part.OTHER_PUPIL));

    private final Organisation organisation;
    private final CaseFiles cases;
    private final Involvements involvements;
    private final Exclusions exclusions;

    NeedToKnow(Organisation organisation, CaseFiles cases, Involvements involvements, Exclusions exclusions) {
        this.organisation = organisation;
        this.cases = cases;
        this.involvements = involvements;
        this.exclusions = exclusions;
    }

    /** What the person may see of the case. */
    public View of(CaseFile file, String person) {
        Map<String, Set<Role>> roles = person == null ? Map.of() : organisation.rolesOf(person);
        Set<String> excluded = exclusions.of(file.caseNumber());
        if (roles.isEmpty() || excluded.contains(person) || holdsAny(roles, NEVER::contains)) {
            return View.NONE;
        }
        if (leads(file.unit(), roles, excluded) || has(file, person, HANDLES::contains)) {
            return View.WHOLE;
        }
        return has(file, person, Part.REPORTER::equals) ? View.RECEIPT : View.NONE;
    }

    /** The open cases somebody has a part in or leads, newest first within each; never one that is closed to them. */
    public List<CaseFile> openCasesOf(String person) {
        Map<String, Set<Role>> roles = organisation.rolesOf(person);
        Stream<CaseFile> led = organisation.units().stream()
                .filter(unit -> leads(unit.id(), roles, Set.of()))
                .flatMap(unit -> cases.openCasesAt(unit.id()).stream());
        Stream<CaseFile> own =
                involvements.casesOf(person).stream().map(cases::find).flatMap(Optional::stream);
        return Stream.concat(own, led)
                .distinct()
                .filter(CaseFile::isOpen)
                .filter(file -> of(file, person) != View.NONE)
                .toList();
    }

    private boolean leads(String unit, Map<String, Set<Role>> roles, Set<String> excluded) {
        Set<Role> here = roles.getOrDefault(unit, Set.of());
        return here.contains(Role.PRINCIPAL)
                || here.contains(Role.KINDERGARTEN_HEAD)
                || here.contains(Role.DEPUTY_PRINCIPAL) && !isHeadExcluded(unit, excluded)
                || roles.getOrDefault(owner(unit), Set.of()).contains(Role.OWNER);
    }

    /** A deputy answers to the head of the unit, and never replaces one who is shut out (INV-04). */
    private boolean isHeadExcluded(String unit, Set<String> excluded) {
        return Stream.of(Role.PRINCIPAL, Role.KINDERGARTEN_HEAD)
                .flatMap(role -> organisation.inRole(unit, role).stream())
                .map(Staff::id)
                .anyMatch(excluded::contains);
    }

    private boolean has(CaseFile file, String person, Predicate<Part> part) {
        return involvements.of(file.caseNumber()).stream()
                .filter(involvement -> involvement.person().equals(person))
                .map(Involvement::part)
                .anyMatch(part);
    }

    private static boolean holdsAny(Map<String, Set<Role>> roles, Predicate<Role> role) {
        return roles.values().stream().flatMap(Set::stream).anyMatch(role);
    }

    private String owner(String unit) {
        return organisation.unit(unit).map(Unit::owner).orElse(unit);
    }
}
