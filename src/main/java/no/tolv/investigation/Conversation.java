package no.tolv.investigation;

import java.time.Clock;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Hearing;
import no.tolv.casefile.Hearings;
import no.tolv.engine.FormRejected;
import no.tolv.engine.PastDates;
import no.tolv.engine.Submission;
import org.springframework.stereotype.Component;

/** Keeps what a pupil said, in the pupil's own words, or that the pupil would not speak (§ 10-2). */
@Component
class Conversation {

    private final CaseFiles cases;
    private final Hearings hearings;
    private final PastDates pastDates;
    private final Clock clock;

    Conversation(CaseFiles cases, Hearings hearings, PastDates pastDates, Clock clock) {
        this.cases = cases;
        this.hearings = hearings;
        this.pastDates = pastDates;
        this.clock = clock;
    }

    /** With the case's own pupil, who alone says whether school is safe. */
    void ofOwnPupil(Submission submission) {
        CaseFile file = cases.find(submission.caseNumber()).orElseThrow();
        boolean declined = declined(submission);
        if (!declined && !submission.has("safe")) {
            throw new FormRejected("safe", "Svar på om eleven sier at skolen er trygg og god.");
        }
        keep(file, submission, file.pupil(), declined ? null : submission.yes("safe"));
    }

    /** With another pupil. */
    void ofOther(Submission submission, String pupil) {
        keep(cases.find(submission.caseNumber()).orElseThrow(), submission, pupil, null);
    }

    private void keep(CaseFile file, Submission submission, String pupil, Boolean safe) {
        pastDates.check(submission, "heardOn");
        if (!declined(submission) && !submission.has("statement")) {
            throw new FormRejected("statement", "Skriv hva eleven sa, eller velg at eleven ikke ville snakke.");
        }
        hearings.add(new Hearing(
                file.caseNumber(),
                file.round(),
                pupil,
                submission.actor(),
                submission.date("heardOn"),
                submission.text("how"),
                submission.text("statement"),
                safe,
                declined(submission),
                submission.text("weighed"),
                clock.instant()));
    }

    private static boolean declined(Submission submission) {
        return "declined".equals(submission.text("how"));
    }
}
