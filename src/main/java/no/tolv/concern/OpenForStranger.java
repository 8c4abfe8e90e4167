package no.tolv.concern;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.casefile.TaskRecords;
import no.tolv.deadline.Deadlines;
import no.tolv.engine.Processes;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Unit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A worry from somebody without a login becomes a case whose pupil the receiver finds; the same clock starts (§ 12-4). */
@Component
class OpenForStranger {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final Organisation organisation;
    private final Suspicions suspicions;
    private final CaseFiles cases;
    private final TaskRecords records;
    private final CaseLog log;
    private final Processes processes;
    private final Receipts receipts;
    private final Deadlines deadlines;
    private final Clock clock;

    OpenForStranger(
            Organisation organisation,
            Suspicions suspicions,
            CaseFiles cases,
            TaskRecords records,
            CaseLog log,
            Processes processes,
            Receipts receipts,
            Deadlines deadlines,
            Clock clock) {
        this.organisation = organisation;
        this.suspicions = suspicions;
        this.cases = cases;
        this.records = records;
        this.log = log;
        this.processes = processes;
        this.receipts = receipts;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * Opens the case and starts its process.
     *
     * @return the receipt code, and nothing else
     * @throws no.tolv.engine.FormRejected with one fault per bad field
     */
    @Transactional
    String open(Map<String, Object> sent) {
        StrangersReport report = StrangersReport.of(sent, places(), LocalDate.now(clock.withZone(OSLO)));
        Suspicion suspicion = suspicions.atUnit(report.text("unit"), report.text("suspect"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        CaseFile opened = cases.open(suspicion.unit(), null, now, deadlines.wall(now));
        suspicions.shutOut(opened, suspicion);
        records.add(opened.caseNumber(), "reportConcern", null, null, report.answers());
        write(opened, report);
        processes.start("activityDuty", opened.caseNumber(), opened.unit(), ReportConcern.variables(opened, suspicion));
        return receipts.issue(opened.caseNumber());
    }

    private Set<String> places() {
        return organisation.units().stream()
                .filter(unit -> unit.kind() != Unit.Kind.OWNER)
                .map(Unit::id)
                .collect(toSet());
    }

    private void write(CaseFile opened, StrangersReport report) {
        log.append(new CaseLog.Draft(
                opened.caseNumber(),
                "anonymous",
                "reporter",
                null,
                Duty.NOTIFY,
                "startEvent_concernReported",
                "activityDuty",
                "Bekymring meldt uten innlogging",
                report.told(),
                null));
    }
}
