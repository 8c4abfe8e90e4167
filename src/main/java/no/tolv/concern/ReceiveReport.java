package no.tolv.concern;

import java.util.HashMap;
import java.util.Map;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.casefile.Involvements;
import no.tolv.casefile.Involvements.Part;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormRejected;
import no.tolv.engine.PastDates;
import no.tolv.engine.Submission;
import no.tolv.engine.variable.ActivityDutyVariables;
import org.springframework.stereotype.Component;

/** The receiver's decision: a case of its own or one we have already, serious or not, and never less than the signs say. */
@Component
class ReceiveReport implements FormOutcome {

    private final CaseFiles cases;
    private final Involvements involvements;
    private final OpenCasesOfPupil openCases;
    private final PastDates pastDates;
    private final CaseLog log;
    private final MatchPupil matchPupil;
    private final OpenHeld openHeld;

    ReceiveReport(
            CaseFiles cases,
            Involvements involvements,
            OpenCasesOfPupil openCases,
            PastDates pastDates,
            CaseLog log,
            MatchPupil matchPupil,
            OpenHeld openHeld) {
        this.cases = cases;
        this.involvements = involvements;
        this.openCases = openCases;
        this.pastDates = pastDates;
        this.log = log;
        this.matchPupil = matchPupil;
        this.openHeld = openHeld;
    }

    @Override
    public String form() {
        return "receiveReport";
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        pastDates.check(submission, "absentSince");
        Map<String, Object> variables = new HashMap<>(receipt(submission, matchPupil.in(submission)));
        openHeld.decide(submission);
        NewFacts.add(variables, submission, ActivityDutyVariables.SERIOUS, isSerious(submission));
        NewFacts.add(variables, submission, ActivityDutyVariables.ABSENT_UNSAFE);
        return variables;
    }

    /** One sign is enough, whatever else was answered (the form's promise). */
    private boolean isSerious(Submission submission) {
        boolean signs = !submission.choices("seriousSigns").isEmpty();
        if (signs && !submission.yes("serious")) {
            log.append(CaseLog.Draft.bySystem(
                    submission.caseNumber(),
                    Duty.NOTIFY,
                    "userTask_receiveReport",
                    "activityDuty",
                    "Saken regnes som alvorlig, fordi minst ett tegn på alvor er krysset av"));
        }
        return signs || submission.yes("serious");
    }

    private Map<String, Object> receipt(Submission submission, CaseFile file) {
        if (!"duplicate".equals(submission.text("receipt"))) {
            return Map.of(ActivityDutyVariables.DUPLICATE.name(), false);
        }
        String surviving = survivingCase(submission, file);
        cases.setStatus(submission.caseNumber(), CaseFile.Status.DUPLICATE);
        return Map.of(
                ActivityDutyVariables.DUPLICATE.name(), true, ActivityDutyVariables.SURVIVING_CASE.name(), surviving);
    }

    private String survivingCase(Submission submission, CaseFile file) {
        if (isReporter(submission)) {
            throw new FormRejected(
                    "receipt",
                    "Du meldte saken selv. En annen enn melderen må avgjøre at den hører til en sak vi har.");
        }
        return openCases.besides(file, submission.actor()).stream()
                .map(CaseFile::caseNumber)
                .filter(number -> number.equals(submission.text("survivingCase")))
                .findFirst()
                .orElseThrow(() -> new FormRejected("survivingCase", "Velg den åpne saken eleven har fra før."));
    }

    private boolean isReporter(Submission submission) {
        return involvements.of(submission.caseNumber()).stream()
                .anyMatch(part -> part.part() == Part.REPORTER && part.person().equals(submission.actor()));
    }
}
