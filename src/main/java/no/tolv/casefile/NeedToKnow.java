package no.tolv.casefile;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.tolv.casefile.Involvements.Involvement;
import no.tolv.casefile.Involvements.Part;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Role;
import no.tolv.organisation.Staff;
import no.tolv.organisation.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may know of a case: gathers how somebody stands to it, and lets {@link Standing} decide (design principle 5). */
@Component
public class NeedToKnow {

    /** How much of a case somebody may see. */
    public enum View {
        /** Everything in it. */
        WHOLE,
        /** What the case is, the person's own tasks and measures, and what they wrote themselves. */
        PART,
        /** That the report was received, and no more: the reporter who has no other part. */
        RECEIPT,
        /** Not even that it exists. */
        NONE
    }

    private static final Logger LOG = LoggerFactory.getLogger(NeedToKnow.class);

    private final Organisation organisation;
    private final CaseFiles cases;
    private final Involvements involvements;
    private final Exclusions exclusions;
    private final ObjectProvider<OpenWork> work;

    NeedToKnow(
            Organisation organisation,
            CaseFiles cases,
            Involvements involvements,
            Exclusions exclusions,
            ObjectProvider<OpenWork> work) {
        this.organisation = organisation;
        this.cases = cases;
        this.involvements = involvements;
        this.exclusions = exclusions;
        this.work = work;
    }

    /** What the person may see of the case; nothing when it cannot be made out. */
    public View of(CaseFile file, String person) {
        return of(file.caseNumber(), Optional.of(file), person);
    }

    /**
     * As {@link #of(CaseFile, String)}, with the same work done for a case that is hidden and one that is not there, so
     * that the time it takes tells nobody which it is.
     *
     * @param file the case of that number, if there is one
     */
    public View of(String caseNumber, Optional<CaseFile> file, String person) {
        try {
            return standing(caseNumber, file, person, hasTask(caseNumber, person))
                    .view();
        } catch (RuntimeException undecided) {
            LOG.error(
                    "Tilgangen til en sak kunne ikke avgjøres, og ble nektet: {}",
                    undecided.getClass().getSimpleName());
            return View.NONE;
        }
    }

    /** Whether the whole case is open to the person; a task alone never opens it. */
    public boolean isWholeFor(CaseFile file, String person) {
        return withoutTasks(file, person).view() == View.WHOLE;
    }

    /** Whether the person is kept out of the case, by name or with an excluded head of the unit (INV-04). */
    public boolean isShutOut(CaseFile file, String person) {
        return withoutTasks(file, person).isShutOut();
    }

    /** The open cases somebody has a part in or leads, newest first within each; never one that is closed to them. */
    public List<CaseFile> openCasesOf(String person) {
        Stream<CaseFile> own =
                involvements.casesOf(person).stream().map(cases::find).flatMap(Optional::stream);
        return Stream.concat(own, led(organisation.rolesOf(person)))
                .distinct()
                .filter(CaseFile::isOpen)
                .filter(file -> withoutTasks(file, person).view() != View.NONE)
                .toList();
    }

    /** Spares the look at each case of a unit where the roles open none; it decides nothing. */
    private Stream<CaseFile> led(Map<String, Set<Role>> roles) {
        return organisation.unitsUnder(roles.keySet()).stream()
                .filter(unit -> isWorthALook(unit, roles))
                .flatMap(unit -> cases.openCasesAt(unit.id()).stream());
    }

    private static boolean isWorthALook(Unit unit, Map<String, Set<Role>> roles) {
        Set<Role> here = roles.getOrDefault(unit.id(), Set.of());
        Set<Role> above = roles.getOrDefault(unit.owner(), Set.of());
        return new Standing(true, false, Set.of(), here, above, true, false, false, Set.of(), false).view()
                == View.WHOLE;
    }

    private boolean hasTask(String caseNumber, String person) {
        return work.stream().anyMatch(open -> open.waitsFor(caseNumber, person));
    }

    private Standing withoutTasks(CaseFile file, String person) {
        return standing(file.caseNumber(), Optional.of(file), person, false);
    }

    private Standing standing(String caseNumber, Optional<CaseFile> file, String person, boolean hasTask) {
        Map<String, Set<Role>> roles = organisation.rolesOf(person);
        Set<String> excluded = exclusions.of(caseNumber);
        String unit = file.map(CaseFile::unit).orElse("");
        String owner = organisation.unit(unit).map(Unit::owner).orElse(unit);
        return new Standing(
                file.isPresent(),
                file.filter(CaseFile::isOpen).isEmpty(),
                roles.values().stream().flatMap(Set::stream).collect(toSet()),
                roles.getOrDefault(unit, Set.of()),
                roles.getOrDefault(owner, Set.of()),
                organisation.municipalitiesOf(person).contains(owner),
                excluded.contains(person),
                heads(unit).anyMatch(excluded::contains),
                parts(caseNumber, person),
                hasTask);
    }

    private Stream<String> heads(String unit) {
        return Stream.of(Role.PRINCIPAL, Role.KINDERGARTEN_HEAD)
                .flatMap(role -> organisation.inRole(unit, role).stream())
                .map(Staff::id);
    }

    private Set<Part> parts(String caseNumber, String person) {
        return involvements.of(caseNumber).stream()
                .filter(involvement -> involvement.person().equals(person))
                .map(Involvement::part)
                .collect(toSet());
    }
}
