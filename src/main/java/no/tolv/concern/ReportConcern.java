package no.tolv.concern;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.deadline.Deadlines;
import no.tolv.engine.CaseStart;
import no.tolv.engine.FormRejected;
import no.tolv.engine.PastDates;
import no.tolv.engine.Submission;
import no.tolv.engine.variable.ActivityDutyVariables;
import no.tolv.engine.variable.CommonVariables;
import no.tolv.letter.Outbox;
import no.tolv.organisation.Pupil;
import org.springframework.stereotype.Component;

/** A worry about a pupil becomes a case; the clock of § 12-6 starts here (§ 12-4 second paragraph, § 12-5). */
@Component
class ReportConcern implements CaseStart {

    private final Places places;
    private final Suspicions suspicions;
    private final CaseFiles cases;
    private final FirstEntries firstEntries;
    private final Deadlines deadlines;
    private final PastDates pastDates;
    private final Outbox outbox;
    private final Clock clock;

    ReportConcern(
            Places places,
            Suspicions suspicions,
            CaseFiles cases,
            FirstEntries firstEntries,
            Deadlines deadlines,
            PastDates pastDates,
            Outbox outbox,
            Clock clock) {
        this.places = places;
        this.suspicions = suspicions;
        this.cases = cases;
        this.firstEntries = firstEntries;
        this.deadlines = deadlines;
        this.pastDates = pastDates;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "reportConcern";
    }

    @Override
    public Start accept(Submission submission) {
        pastDates.check(submission, "happenedOn");
        pastDates.check(submission, "guardiansInformedOn");
        Pupil pupil = pupil(submission);
        Suspicion suspicion = suspicions.in(submission, pupil);
        CaseFile opened = open(pupil, suspicion);
        suspicions.shutOut(opened, suspicion);
        firstEntries.write(opened, pupil, suspicion, submission);
        tellReporter(opened, pupil, submission.actor());
        return new Start(opened.caseNumber(), opened.unit(), variables(opened, suspicion));
    }

    private Pupil pupil(Submission submission) {
        return places.pupils(submission.actor()).stream()
                .filter(pupil -> pupil.id().equals(submission.text("pupil")))
                .findFirst()
                .orElseThrow(
                        () -> new FormRejected("pupil", "Eleven finnes ikke der du arbeider. Velg en elev fra lista."));
    }

    private CaseFile open(Pupil pupil, Suspicion suspicion) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return cases.open(suspicion.unit(), pupil.id(), now, deadlines.wall(now));
    }

    private void tellReporter(CaseFile opened, Pupil pupil, String reporter) {
        String key = "reportReceived:" + opened.caseNumber();
        outbox.put(new Outbox.Mail(key, opened.caseNumber(), reporter, false, "reportReceived", pupil.unit()));
    }

    /** What the process starts with. */
    static Map<String, Object> variables(CaseFile opened, Suspicion suspicion) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(CommonVariables.CASE_NUMBER.name(), opened.caseNumber());
        variables.put(CommonVariables.UNIT.name(), opened.unit());
        variables.put(ActivityDutyVariables.SUSPECT.name(), suspicion.suspect());
        variables.put(ActivityDutyVariables.REPORTED_AT.name(), Date.from(opened.raisedWithPrincipalAt()));
        variables.put(ActivityDutyVariables.WALL_AT.name(), Date.from(opened.wallAt()));
        return variables;
    }
}
