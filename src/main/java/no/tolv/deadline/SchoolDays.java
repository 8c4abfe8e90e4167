package no.tolv.deadline;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The days pupils are at school, by the unit's own calendar (Opplæringslova § 14-1). */
@Component
public class SchoolDays {

    public boolean isSchoolDay(String unit, LocalDate date) {
        throw new UnsupportedOperationException();
    }

    /** The date itself when it is a school day, else the last school day before: an evaluation moves earlier, never later. */
    public LocalDate onOrBefore(String unit, LocalDate date) {
        throw new UnsupportedOperationException();
    }

    /** The date that is {@code days} school days after (or, when negative, before) the given one. */
    public LocalDate plus(String unit, LocalDate date, int days) {
        throw new UnsupportedOperationException();
    }
}
