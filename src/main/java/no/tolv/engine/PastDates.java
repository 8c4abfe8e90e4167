package no.tolv.engine;

import java.time.LocalDate;
import java.util.Map;
import no.tolv.deadline.Deadlines;
import org.springframework.stereotype.Component;

/** What is told to have happened cannot lie ahead. */
@Component
public class PastDates {

    private final Deadlines deadlines;

    PastDates(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** @throws FormRejected when the field holds a date after today in Oslo */
    public void check(Submission submission, String field) {
        check(submission.answers(), field, field);
    }

    /**
     * As {@link #check(Submission, String)}, for every row of a list.
     *
     * @throws FormRejected with the number of the first row that is wrong
     */
    public void checkRows(Submission submission, String list, String field) {
        int number = 1;
        for (Map<String, Object> row : submission.rows(list)) {
            check(row, field, list + "[" + number + "]." + field);
            number++;
        }
    }

    private void check(Map<String, Object> answers, String field, String path) {
        if (answers.get(field) instanceof String date && LocalDate.parse(date).isAfter(deadlines.today())) {
            throw new FormRejected(path, "Datoen er fram i tid. Velg datoen det skjedde.");
        }
    }
}
