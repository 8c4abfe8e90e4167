package no.tolv.concern;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import no.tolv.casefile.ActingRole;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.casefile.Involvements;
import no.tolv.casefile.Involvements.Part;
import no.tolv.casefile.TaskRecords;
import no.tolv.engine.Submission;
import no.tolv.organisation.Pupil;
import org.springframework.stereotype.Component;

/** What stands in a case from its first moment: the report, who has a part in it, and that somebody spoke up and stepped in. */
@Component
class FirstEntries {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final Involvements involvements;
    private final TaskRecords records;
    private final CaseLog log;
    private final ActingRole actingRole;

    FirstEntries(Involvements involvements, TaskRecords records, CaseLog log, ActingRole actingRole) {
        this.involvements = involvements;
        this.records = records;
        this.log = log;
        this.actingRole = actingRole;
    }

    void write(CaseFile opened, Pupil pupil, Suspicion suspicion, Submission report) {
        involve(opened, pupil, suspicion, report.actor());
        records.add(opened.caseNumber(), report.form(), null, report.actor(), report.answers());
        String role = actingRole.of(report.actor(), pupil.unit());
        notified(opened, role, report);
        if ("yes".equals(report.text("intervened"))) {
            intervened(opened, role, report);
        }
    }

    private void involve(CaseFile opened, Pupil pupil, Suspicion suspicion, String reporter) {
        involvements.add(opened.caseNumber(), reporter, Part.REPORTER);
        boolean suspected =
                pupil.contactTeacher() == null || pupil.contactTeacher().equals(suspicion.staff());
        if (!suspected && opened.unit().equals(pupil.unit())) {
            involvements.add(opened.caseNumber(), pupil.contactTeacher(), Part.CONTACT_TEACHER);
        }
    }

    private void notified(CaseFile opened, String role, Submission report) {
        log.append(entry(opened, role, report, null, Duty.NOTIFY, "Bekymring meldt", text(report, "whatHappened")));
    }

    private void intervened(CaseFile opened, String role, Submission report) {
        Instant happened =
                LocalDate.parse(report.text("happenedOn")).atStartOfDay(OSLO).toInstant();
        log.append(entry(opened, role, report, happened, Duty.INTERVENE, "Grep inn", text(report, "whatDone")));
    }

    private static CaseLog.Draft entry(
            CaseFile opened, String role, Submission report, Instant happened, Duty duty, String what, String text) {
        return new CaseLog.Draft(
                opened.caseNumber(),
                report.actor(),
                role,
                happened,
                duty,
                report.form(),
                "activityDuty",
                what,
                text,
                null);
    }

    private static String text(Submission report, String field) {
        return report.has(field) ? report.text(field) : "";
    }
}
