package no.tolv.deadline;

import java.time.LocalDate;
import java.util.function.Predicate;

/** Counts forwards and backwards over the days that count; the day one starts from is day zero. */
final class DayWalk {

    private DayWalk() {}

    static LocalDate plus(LocalDate from, int days, Predicate<LocalDate> counts) {
        int step = Integer.signum(days);
        LocalDate date = from;
        for (int left = Math.abs(days); left > 0; left -= counts.test(date) ? 1 : 0) {
            date = date.plusDays(step);
        }
        return date;
    }
}
