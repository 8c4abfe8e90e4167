package no.tolv.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Hearing;
import no.tolv.casefile.Hearings;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import no.tolv.measure.ToldDates;
import org.springframework.stereotype.Component;

/** Keeps what the pupil said of being safe and well; nobody else's opinion counts (§ 12-2, INV-07). */
@Component
class PupilHeard {

    private static final String DECLINED = "declined";

    private final CaseFiles cases;
    private final Hearings hearings;
    private final ToldDates dates;
    private final Clock clock;

    PupilHeard(CaseFiles cases, Hearings hearings, ToldDates dates, Clock clock) {
        this.cases = cases;
        this.hearings = hearings;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * Keeps the hearing a form tells of.
     *
     * @param howField the field that says how the pupil took part
     * @param weighed how the pupil's words were weighed, or why the pupil would not speak
     * @return true only when the pupil itself says that it is safe
     * @throws FormRejected when the day is to come, or a pupil who did not speak is said to be safe
     */
    boolean keep(Submission submission, String howField, String weighed) {
        LocalDate heardOn = dates.past(submission, "heardOn", "Når ble eleven hørt?");
        boolean declined = DECLINED.equals(submission.text(howField));
        boolean safe = submission.yes("safe");
        if (declined && safe) {
            throw new FormRejected(
                    "safe",
                    "Eleven ville ikke si noe, og da kan ingen svare at det er trygt. Svar nei, eller snakk med eleven på nytt.");
        }
        hearings.add(hearing(submission, heardOn, submission.text(howField), declined, weighed));
        return safe;
    }

    private Hearing hearing(Submission submission, LocalDate heardOn, String how, boolean declined, String weighed) {
        CaseFile file = cases.find(submission.caseNumber()).orElseThrow();
        return new Hearing(
                file.caseNumber(),
                file.round(),
                file.pupil(),
                submission.actor(),
                heardOn,
                how,
                submission.text("statement"),
                declined ? null : submission.yes("safe"),
                declined,
                weighed,
                clock.instant());
    }
}
