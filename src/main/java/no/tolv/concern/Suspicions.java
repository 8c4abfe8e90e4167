package no.tolv.concern;

import java.util.Map;
import java.util.Set;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.Exclusions;
import no.tolv.engine.Decisions;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import no.tolv.engine.TableCodes;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Pupil;
import no.tolv.organisation.Unit;
import org.springframework.stereotype.Component;

/** Keeps the suspected, and with a suspected leader the whole management, out of the case (§ 12-5, INV-03). */
@Component
class Suspicions implements TableCodes {

    private static final Set<String> SUSPECTS = Set.of("pupil", "employee", "leader", "unknown", "none");
    private static final Set<String> STAFF = Set.of("employee", "leader");

    private final Places places;
    private final Organisation organisation;
    private final Decisions decisions;
    private final Exclusions exclusions;

    Suspicions(Places places, Organisation organisation, Decisions decisions, Exclusions exclusions) {
        this.places = places;
        this.organisation = organisation;
        this.decisions = decisions;
        this.exclusions = exclusions;
    }

    /** A case belongs to the pupil's unit, or to the owner. */
    @Override
    public Map<String, Set<String>> byOutput() {
        return Map.of("recipientUnit", Set.of("unit", "owner"));
    }

    @Override
    public Map<String, Set<String>> byInput() {
        return Map.of("suspect", SUSPECTS);
    }

    /**
     * Whom the report points at; a manager reported as an employee is still a leader.
     *
     * @throws FormRejected when somebody at work is suspected and it is not said who
     */
    Suspicion in(Submission submission, Pupil pupil) {
        String suspect = submission.text("suspect");
        String staff = STAFF.contains(suspect) ? suspectedStaff(submission, pupil) : null;
        String settled = places.isManagement(staff, pupil.unit()) ? "leader" : suspect;
        return new Suspicion(settled, staff, pupil.unit(), home(pupil.unit(), settled));
    }

    /** What somebody without a login says: never who at work, so that only a whole management can be shut out. */
    Suspicion atUnit(String unit, String suspect) {
        return new Suspicion(suspect, null, unit, home(unit, suspect));
    }

    void shutOut(CaseFile opened, Suspicion suspicion) {
        if (suspicion.staff() != null) {
            exclusions.add(opened.caseNumber(), suspicion.staff(), "suspected");
        }
        if (suspicion.ofLeader()) {
            places.management(suspicion.school())
                    .forEach(leader -> exclusions.add(opened.caseNumber(), leader, "management"));
        }
    }

    private String suspectedStaff(Submission submission, Pupil pupil) {
        String staff = submission.text("suspectedStaff");
        Map<String, ?> roles = staff == null ? Map.of() : organisation.rolesOf(staff);
        if (!roles.containsKey(pupil.unit()) && !roles.containsKey(owner(pupil.unit()))) {
            throw new FormRejected("suspectedStaff", "Velg hvem på skolen mistanken gjelder.");
        }
        return staff;
    }

    /** The table may send more to the owner, never less: a suspected leader's case is never at the school. */
    private String home(String unit, String suspect) {
        boolean toOwner = "leader".equals(suspect)
                || decisions
                        .first("caseRouting", Map.of("unit", unit, "suspect", suspect))
                        .map(row -> "owner".equals(row.get("recipientUnit")))
                        .orElse(false);
        return toOwner ? owner(unit) : unit;
    }

    private String owner(String unit) {
        return organisation.unit(unit).map(Unit::owner).orElseThrow();
    }
}
