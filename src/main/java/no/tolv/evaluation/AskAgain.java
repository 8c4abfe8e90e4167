package no.tolv.evaluation;

import java.util.Map;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Hearing;
import no.tolv.casefile.Hearings;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import no.tolv.engine.variable.ActivityDutyVariables;
import no.tolv.measure.NorwegianDate;
import org.springframework.stereotype.Component;

/** The question after the watch period; the case closes only when the pupil still says that it is safe (INV-10). */
@Component
class AskAgain implements FormOutcome {

    private final PupilHeard pupilHeard;
    private final Hearings hearings;
    private final CaseFiles cases;

    AskAgain(PupilHeard pupilHeard, Hearings hearings, CaseFiles cases) {
        this.pupilHeard = pupilHeard;
        this.hearings = hearings;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "askAgain";
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        hearings.latestOfPupil(submission.caseNumber()).ifPresent(last -> refuseOldAnswer(submission, last));
        boolean safe = pupilHeard.keep(submission, "how", null);
        if (safe) {
            cases.setStatus(submission.caseNumber(), CaseFile.Status.CLOSED);
        }
        return Map.of(ActivityDutyVariables.STILL_SAFE.name(), safe);
    }

    private static void refuseOldAnswer(Submission submission, Hearing last) {
        if (!submission.date("heardOn").isAfter(last.heardOn())) {
            throw new FormRejected(
                    "heardOn",
                    "Eleven skal spørres på nytt. Forrige samtale var %s; velg en senere dag."
                            .formatted(NorwegianDate.inWords(last.heardOn())));
        }
    }
}
