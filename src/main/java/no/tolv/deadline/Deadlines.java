package no.tolv.deadline;

import static no.tolv.deadline.TolvClock.OSLO;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Turns days that count into absolute instants; law runs in Europe/Oslo, the engine gets the instant. */
@Component
public class Deadlines {

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final int WALL = 5;

    private final WorkingDays workingDays;
    private final SchoolDays schoolDays;
    private final WorkingHours workingHours;
    private final Clock clock;

    public Deadlines(WorkingDays workingDays, SchoolDays schoolDays, Clock clock) {
        this.workingDays = workingDays;
        this.schoolDays = schoolDays;
        this.workingHours = new WorkingHours(workingDays);
        this.clock = clock;
    }

    /** The kinds of day, or hour, a deadline is counted in; the code is what the {@code deadlines} table writes. */
    public enum Count {
        WORKING_HOURS("workingHours"),
        WORKING_DAYS("workingDays"),
        SCHOOL_DAYS("schoolDays"),
        CALENDAR_DAYS("calendarDays");

        private final String code;

        Count(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /**
         * The kind a decision table writes.
         *
         * @throws IllegalArgumentException when there is no such kind, with a Norwegian sentence
         */
        public static Count of(String code) {
            return Arrays.stream(values())
                    .filter(count -> count.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Frister kan ikke telles i «" + code
                            + "». Skriv workingHours, workingDays, schoolDays eller calendarDays."));
        }
    }

    /**
     * The instant that lies {@code amount} days of the given kind after (or, when negative, before) {@code from}: the end
     * of that school day, 16:00 in Oslo, except for hours, which are counted inside 08:00–16:00 on working days. The day
     * of {@code from} is day zero. What is due in no time at all is due at once, never earlier.
     */
    public Instant after(Instant from, int amount, Count count, String unit) {
        if (count == Count.WORKING_HOURS) {
            return workingHours.plus(from, amount);
        }
        Instant end = endOf(date(LocalDate.ofInstant(from, OSLO), amount, count, unit));
        return amount >= 0 && end.isBefore(from) ? from : end;
    }

    /**
     * The wall of five working days after the case was raised with the principal (§ 12-6, INV-14): the moment the fifth
     * working day is over, which is 00:00 in Oslo on the day after it. The day of raising is day zero, at whatever hour.
     */
    public Instant wall(Instant raisedWithPrincipalAt) {
        LocalDate raised = LocalDate.ofInstant(raisedWithPrincipalAt, OSLO);
        return workingDays.plus(raised, WALL).plusDays(1).atStartOfDay(OSLO).toInstant();
    }

    /** The start of the working day, 07:00 in Oslo, on the given date. */
    public Instant morningOf(LocalDate date) {
        return date.atTime(MORNING).atZone(OSLO).toInstant();
    }

    /** Today in Oslo, by the one clock. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OSLO);
    }

    private LocalDate date(LocalDate from, int amount, Count count, String unit) {
        return switch (count) {
            case SCHOOL_DAYS -> schoolDays.plus(unit, from, amount);
            case CALENDAR_DAYS -> from.plusDays(amount);
            default -> workingDays.plus(from, amount);
        };
    }

    private static Instant endOf(LocalDate date) {
        return date.atTime(WorkingHours.CLOSES).atZone(OSLO).toInstant();
    }
}
