package no.tolv.measure;

import java.time.LocalDate;
import java.util.Date;
import no.tolv.deadline.Deadlines;
import no.tolv.deadline.SchoolDays;
import org.springframework.stereotype.Component;

/** When the measures of a plan are gone through next (MID-168). */
@Component
public class WeeklyRound {

    private final Deadlines deadlines;
    private final SchoolDays schoolDays;

    WeeklyRound(Deadlines deadlines, SchoolDays schoolDays) {
        this.deadlines = deadlines;
        this.schoolDays = schoolDays;
    }

    /** A week from today at 07:00 in Oslo, earlier when that is no school day; the first school day after a long holiday. */
    public Date nextAt(String unit) {
        LocalDate today = deadlines.today();
        LocalDate week = schoolDays.onOrBefore(unit, today.plusWeeks(1));
        LocalDate next = week.isAfter(today) ? week : schoolDays.plus(unit, today, 1);
        return Date.from(deadlines.morningOf(next));
    }
}
