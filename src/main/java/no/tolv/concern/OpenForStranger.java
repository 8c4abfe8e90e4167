package no.tolv.concern;

import java.time.Instant;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.casefile.TaskRecords;
import no.tolv.deadline.Deadlines;
import no.tolv.engine.Processes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A worry from somebody without a login becomes a case whose pupil the receiver finds; the same clock starts (§ 12-4). */
@Component
class OpenForStranger {

    private final Suspicions suspicions;
    private final CaseFiles cases;
    private final TaskRecords records;
    private final CaseLog log;
    private final Processes processes;
    private final Deadlines deadlines;

    OpenForStranger(
            Suspicions suspicions,
            CaseFiles cases,
            TaskRecords records,
            CaseLog log,
            Processes processes,
            Deadlines deadlines) {
        this.suspicions = suspicions;
        this.cases = cases;
        this.records = records;
        this.log = log;
        this.processes = processes;
        this.deadlines = deadlines;
    }

    /**
     * Opens the case and starts its process.
     *
     * @param raisedAt when the report came, which its deadlines run from
     */
    @Transactional
    CaseFile open(StrangersReport report, Instant raisedAt) {
        Suspicion suspicion = suspicions.atUnit(report.text("unit"), report.text("suspect"));
        CaseFile opened = cases.open(suspicion.unit(), null, raisedAt, deadlines.wall(raisedAt));
        suspicions.shutOut(opened, suspicion);
        records.add(opened.caseNumber(), "reportConcern", null, null, report.answers());
        write(opened.caseNumber(), "Bekymring meldt uten innlogging", report, raisedAt);
        processes.start("activityDuty", opened.caseNumber(), opened.unit(), ReportConcern.variables(opened, suspicion));
        return opened;
    }

    /** What was told, in the log of a case. */
    void write(String caseNumber, String heading, StrangersReport report, Instant raisedAt) {
        log.append(new CaseLog.Draft(
                caseNumber,
                "anonymous",
                "reporter",
                raisedAt,
                Duty.NOTIFY,
                "startEvent_concernReported",
                "activityDuty",
                heading,
                report.told(),
                null));
    }
}
