package no.tolv.concern;

import java.util.HashMap;
import java.util.Map;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
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

    ReceiveReport(CaseFiles cases, Involvements involvements, OpenCasesOfPupil openCases, PastDates pastDates) {
        this.cases = cases;
        this.involvements = involvements;
        this.openCases = openCases;
        this.pastDates = pastDates;
    }

    @Override
    public String form() {
        return "receiveReport";
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        pastDates.check(submission, "absentSince");
        requireSeriousWhenSignsSaySo(submission);
        Map<String, Object> variables = new HashMap<>(receipt(submission));
        NewFacts.add(variables, submission, ActivityDutyVariables.SERIOUS);
        NewFacts.add(variables, submission, ActivityDutyVariables.ABSENT_UNSAFE);
        return variables;
    }

    private static void requireSeriousWhenSignsSaySo(Submission submission) {
        if (!submission.choices("seriousSigns").isEmpty() && !submission.yes("serious")) {
            throw new FormRejected(
                    "serious",
                    "Du har krysset av for tegn på en alvorlig sak. Svar ja på at saken er alvorlig, eller fjern kryssene.");
        }
    }

    private Map<String, Object> receipt(Submission submission) {
        if (!"duplicate".equals(submission.text("receipt"))) {
            return Map.of(ActivityDutyVariables.DUPLICATE.name(), false);
        }
        String surviving = survivingCase(submission);
        cases.setStatus(submission.caseNumber(), CaseFile.Status.DUPLICATE);
        return Map.of(
                ActivityDutyVariables.DUPLICATE.name(), true, ActivityDutyVariables.SURVIVING_CASE.name(), surviving);
    }

    private String survivingCase(Submission submission) {
        if (isReporter(submission)) {
            throw new FormRejected(
                    "receipt",
                    "Du meldte saken selv. En annen enn melderen må avgjøre at den hører til en sak vi har.");
        }
        CaseFile file = cases.find(submission.caseNumber()).orElseThrow();
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
