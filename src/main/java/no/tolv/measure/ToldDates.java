package no.tolv.measure;

import java.time.LocalDate;
import no.tolv.deadline.Deadlines;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import org.springframework.stereotype.Component;

/** Dates in forms that tell of what has been done. */
@Component
public class ToldDates {

    private final Deadlines deadlines;

    ToldDates(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /**
     * The date in a field, which may be left empty where the form allows it.
     *
     * @param label the field as its form calls it
     * @throws FormRejected when it lies in the future
     */
    public LocalDate past(Submission submission, String field, String label) {
        LocalDate date = submission.date(field);
        if (date != null && date.isAfter(deadlines.today())) {
            throw new FormRejected(
                    field,
                    "«%s»: %s er ikke kommet ennå. Skriv dagen det faktisk skjedde."
                            .formatted(label, NorwegianDate.inWords(date)));
        }
        return date;
    }
}
