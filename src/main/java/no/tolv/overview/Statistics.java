package no.tolv.overview;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.NeedToKnow;
import no.tolv.deadline.TolvClock;
import no.tolv.engine.form.CaseTasks;
import no.tolv.measure.Measures;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Role;
import no.tolv.organisation.Unit;
import org.springframework.stereotype.Component;

/**
 * How many cases are open, where and since when, for those who answer for them: the municipality's units for owner and
 * monitor, the own unit for its head. A case the reader is shut out of is in none of the numbers.
 */
@Component
class Statistics {

    private static final Set<Role> OVERSEES = Set.of(Role.OWNER, Role.MONITOR);
    private static final Set<Role> HEADS = Set.of(Role.PRINCIPAL, Role.KINDERGARTEN_HEAD);

    /**
     * @param measures measures of plans in force
     * @param overdue tasks that should have been done
     */
    record Report(LocalDate asOf, CaseCounts.Table openCases, CaseCounts.Table measures, CaseCounts.Table overdue) {}

    private final Organisation organisation;
    private final CaseFiles cases;
    private final Exclusions exclusions;
    private final NeedToKnow needToKnow;
    private final Measures measures;
    private final CaseTasks tasks;
    private final Clock clock;

    Statistics(
            Organisation organisation,
            CaseFiles cases,
            Exclusions exclusions,
            NeedToKnow needToKnow,
            Measures measures,
            CaseTasks tasks,
            Clock clock) {
        this.organisation = organisation;
        this.cases = cases;
        this.exclusions = exclusions;
        this.needToKnow = needToKnow;
        this.measures = measures;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** @throws NotAManager when the reader answers for no unit */
    Report of(String reader) {
        List<Unit> units = unitsOf(reader);
        if (units.isEmpty()) {
            throw new NotAManager();
        }
        Instant now = clock.instant();
        CaseCounts counts = new CaseCounts(units, cases(units, reader), YearMonth.from(now.atZone(TolvClock.OSLO)));
        return new Report(
                LocalDate.ofInstant(now, TolvClock.OSLO),
                counts.open(),
                counts.of(measures.activeByCase()),
                counts.of(tasks.overdueByCase(now)));
    }

    private List<Unit> unitsOf(String reader) {
        Map<String, Set<Role>> roles = organisation.rolesOf(reader);
        return organisation.units().stream()
                .filter(unit -> holds(roles, unit.owner(), OVERSEES) || holds(roles, unit.id(), HEADS))
                .toList();
    }

    private static boolean holds(Map<String, Set<Role>> roles, String place, Set<Role> wanted) {
        return roles.getOrDefault(place, Set.of()).stream().anyMatch(wanted::contains);
    }

    private List<CaseFile> cases(List<Unit> units, String reader) {
        Set<String> withExclusions = exclusions.cases();
        return units.stream()
                .flatMap(unit -> cases.openCasesAt(unit.id()).stream())
                .filter(file -> !withExclusions.contains(file.caseNumber()) || !needToKnow.isShutOut(file, reader))
                .toList();
    }
}
