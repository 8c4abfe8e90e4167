package no.tolv.engine.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far the demo clock is to be moved: an ISO-8601 period, duration, or both, such as {@code P5D}, {@code PT4H} or {@code P1DT2H}. */
record Advance(String advance) {

    private static final int MOST_YEARS = 2;
    private static final Pattern ISO = Pattern.compile("P(?<days>[^T]*)(?:T(?<time>.+))?");

    /**
     * The moment that lies so far after the given one.
     *
     * @throws NotAnAdvance when it is no period, leads backwards or nowhere, or more than two years ahead
     */
    ZonedDateTime after(ZonedDateTime now) {
        ZonedDateTime target = moved(now);
        if (!target.isAfter(now)) {
            throw new NotAnAdvance("Klokka kan bare flyttes framover. «" + advance + "» gjør ikke det.");
        }
        if (target.isAfter(now.plusYears(MOST_YEARS))) {
            throw new NotAnAdvance("Klokka kan flyttes høyst to år om gangen. «" + advance + "» er for langt.");
        }
        return target;
    }

    private ZonedDateTime moved(ZonedDateTime now) {
        Matcher iso = ISO.matcher(advance == null ? "" : advance.trim());
        if (!iso.matches()) {
            throw unreadable();
        }
        try {
            return now.plus(period(iso.group("days"), iso.group("time"))).plus(duration(iso.group("time")));
        } catch (DateTimeException | ArithmeticException wrong) {
            throw unreadable();
        }
    }

    private static Period period(String days, String time) {
        return days.isEmpty() && time != null ? Period.ZERO : Period.parse("P" + days);
    }

    private static Duration duration(String time) {
        return time == null ? Duration.ZERO : Duration.parse("PT" + time);
    }

    private NotAnAdvance unreadable() {
        return new NotAnAdvance("Feltet «advance» må være en periode på formen P5D, PT4H eller P1DT2H.");
    }

    /** What was asked for cannot be done; the sentence is Norwegian. */
    static class NotAnAdvance extends RuntimeException {

        NotAnAdvance(String sentence) {
            super(sentence);
        }
    }
}
