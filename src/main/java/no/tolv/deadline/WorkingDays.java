package no.tolv.deadline;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Monday to Friday without Norwegian public holidays; the day of the report is day zero (law §6). */
@Component
public class WorkingDays {

    public boolean isWorkingDay(LocalDate date) {
        throw new UnsupportedOperationException();
    }

    /** The date that is {@code days} working days after (or, when negative, before) the given one. */
    public LocalDate plus(LocalDate date, int days) {
        throw new UnsupportedOperationException();
    }
}
