package no.tolv.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.tolv.casefile.ActingRole;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.NeedToKnow;
import no.tolv.engine.FormRejected;
import no.tolv.engine.form.contract.Fault;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Role;
import no.tolv.organisation.Staff;
import no.tolv.organisation.Unit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a disqualified person out of a running case: tasks, case file and mail, from the same moment (INV-04). */
@Component
class ExcludeStaff {

    private static final String CODE = "disqualified";

    /** The one who asks handles the case, but does not lead it. */
    static class NotALeader extends RuntimeException {

        NotALeader() {
            super("Bare rektor, styrer eller skoleeier kan ta noen ut av en sak. Be en av dem om å gjøre det.");
        }
    }

    private final CaseFiles cases;
    private final Exclusions exclusions;
    private final NeedToKnow needToKnow;
    private final Organisation organisation;
    private final CaseLog log;
    private final ActingRole actingRole;

    ExcludeStaff(
            CaseFiles cases,
            Exclusions exclusions,
            NeedToKnow needToKnow,
            Organisation organisation,
            CaseLog log,
            ActingRole actingRole) {
        this.cases = cases;
        this.exclusions = exclusions;
        this.needToKnow = needToKnow;
        this.organisation = organisation;
        this.log = log;
        this.actingRole = actingRole;
    }

    /**
     * Excludes somebody; excluding them once more changes nothing.
     *
     * @param by somebody who may see the whole case
     * @throws NoSuchCase when {@code by} has been shut out meanwhile
     * @throws NotALeader when {@code by} is neither the head of the unit nor the owner
     * @throws FormRejected when there is no such colleague, no reason, or nobody would be left to own the case
     * @throws no.tolv.engine.role.NobodyLeft when a task would be left with nobody
     */
    @Transactional
    void from(String caseNumber, String staff, String reason, String by) {
        CaseFile file = cases.lock(caseNumber);
        if (needToKnow.of(file, by) != NeedToKnow.View.WHOLE) {
            throw new NoSuchCase();
        }
        String owner = organisation.unit(file.unit()).map(Unit::owner).orElse(file.unit());
        if (!isOwner(by, owner) && !isHead(by, file.unit())) {
            throw new NotALeader();
        }
        check(file, owner, staff, reason, by);
        if (!exclusions.of(caseNumber).contains(staff)) {
            exclusions.add(caseNumber, staff, CODE);
            write(file, staff, reason, by);
        }
    }

    private void check(CaseFile file, String owner, String staff, String reason, String by) {
        List<Fault> faults = new ArrayList<>();
        if (!belongs(staff, owner)) {
            faults.add(new Fault("staff", "Velg en som arbeider ved enheten eller i kommunen."));
        } else if (isOwner(staff, owner) && !isOwner(by, owner)) {
            faults.add(new Fault("staff", "Bare skoleeier kan ta skoleeier ut av en sak."));
        } else if (isLastOwner(file, owner, staff)) {
            faults.add(new Fault(
                    "staff",
                    "Ingen hos skoleeier blir igjen i saken. Gi rollen som skoleeier til en til, og prøv igjen."));
        }
        if (reason == null || reason.isBlank()) {
            faults.add(new Fault("reason", "Skriv hvorfor personen ikke kan være med i saken."));
        }
        if (!faults.isEmpty()) {
            throw new FormRejected(faults);
        }
    }

    private boolean belongs(String staff, String owner) {
        Set<String> places = organisation.rolesOf(staff).keySet();
        return organisation.units().stream()
                .filter(unit -> unit.owner().equals(owner))
                .anyMatch(unit -> places.contains(unit.id()));
    }

    private boolean isLastOwner(CaseFile file, String owner, String staff) {
        Set<String> excluded = exclusions.of(file.caseNumber());
        List<String> left = organisation.inRole(owner, Role.OWNER).stream()
                .map(Staff::id)
                .filter(id -> !excluded.contains(id))
                .toList();
        return left.equals(List.of(staff));
    }

    private boolean isOwner(String staff, String owner) {
        return holds(staff, owner, Role.OWNER);
    }

    private boolean isHead(String staff, String unit) {
        return holds(staff, unit, Role.PRINCIPAL) || holds(staff, unit, Role.KINDERGARTEN_HEAD);
    }

    private boolean holds(String staff, String unit, Role role) {
        return organisation.rolesOf(staff).getOrDefault(unit, Set.of()).contains(role);
    }

    private void write(CaseFile file, String staff, String reason, String by) {
        String name = organisation.staff(staff).map(Staff::name).orElse(staff);
        log.append(new CaseLog.Draft(
                file.caseNumber(),
                by,
                actingRole.of(by, file.unit()),
                null,
                Duty.DOCUMENT,
                null,
                null,
                "En ansatt er tatt ut av saken som inhabil",
                name + " (" + staff + "): " + reason.strip(),
                null));
    }
}
