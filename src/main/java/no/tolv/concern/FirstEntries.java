package no.tolv.concern;

import java.time.Instant;
import java.time.ZoneId;
import no.tolv.casefile.ActingRole;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.casefile.Involvements;
import no.tolv.casefile.Involvements.Part;
import no.tolv.engine.Submission;
import no.tolv.organisation.Pupil;
import org.springframework.stereotype.Component;

/** What stands in a case beside the report itself: who has a part in it, and that somebody stepped in (§ 12-4 first paragraph). */
@Component
class FirstEntries {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final Involvements involvements;
    private final CaseLog log;
    private final ActingRole actingRole;

    FirstEntries(Involvements involvements, CaseLog log, ActingRole actingRole) {
        this.involvements = involvements;
        this.log = log;
        this.actingRole = actingRole;
    }

    void write(CaseFile opened, Pupil pupil, Suspicion suspicion, Submission report) {
        involvements.add(opened.caseNumber(), report.actor(), Part.REPORTER);
        involveContactTeacher(opened, pupil, suspicion);
        if ("yes".equals(report.text("intervened"))) {
            intervened(opened, pupil, report);
        }
    }

    /** Nobody at the school hears of a case that lives at the owner, not even the contact teacher. */
    private void involveContactTeacher(CaseFile opened, Pupil pupil, Suspicion suspicion) {
        boolean suspected =
                pupil.contactTeacher() == null || pupil.contactTeacher().equals(suspicion.staff());
        if (!suspected && opened.unit().equals(pupil.unit())) {
            involvements.add(opened.caseNumber(), pupil.contactTeacher(), Part.CONTACT_TEACHER);
        }
    }

    private void intervened(CaseFile opened, Pupil pupil, Submission report) {
        Instant happened = report.date("happenedOn").atStartOfDay(OSLO).toInstant();
        log.append(new CaseLog.Draft(
                opened.caseNumber(),
                report.actor(),
                actingRole.of(report.actor(), pupil.unit()),
                happened,
                Duty.INTERVENE,
                report.form(),
                "activityDuty",
                "Grep inn",
                report.has("whatDone") ? report.text("whatDone") : "",
                null));
    }
}
