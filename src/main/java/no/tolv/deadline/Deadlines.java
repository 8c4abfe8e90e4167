package no.tolv.deadline;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Turns days that count into absolute instants; law runs in Europe/Oslo, the engine gets the instant. */
@Component
public class Deadlines {

    /** The kinds of day, or hour, a deadline is counted in; the code is what the {@code deadlines} table writes. */
    public enum Count {
        WORKING_HOURS,
        WORKING_DAYS,
        SCHOOL_DAYS,
        CALENDAR_DAYS;

        public static Count of(String code) {
            throw new UnsupportedOperationException();
        }
    }

    /**
     * The instant that lies {@code amount} days of the given kind after {@code from}: the end of that school day,
     * 16:00 in Oslo, except for hours, which are counted inside 08:00–16:00 on working days.
     */
    public Instant after(Instant from, int amount, Count count, String unit) {
        throw new UnsupportedOperationException();
    }

    /** The wall of five working days after the case was raised with the principal (§ 12-6, INV-14). */
    public Instant wall(Instant raisedWithPrincipalAt) {
        throw new UnsupportedOperationException();
    }

    /** The start of the working day, 07:00 in Oslo, on the given date. */
    public Instant morningOf(LocalDate date) {
        throw new UnsupportedOperationException();
    }

    /** Today in Oslo, by the one clock. */
    public LocalDate today() {
        throw new UnsupportedOperationException();
    }
}
