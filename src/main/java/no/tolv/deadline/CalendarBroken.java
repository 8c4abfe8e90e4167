package no.tolv.deadline;

/** A school calendar cannot be read; the application does not start half loaded. The sentence names file, line and column. */
public class CalendarBroken extends RuntimeException {

    CalendarBroken(String sentence) {
        super(sentence);
    }

    CalendarBroken(String file, long line, String column, String fault) {
        super("Skoleruta %s, linje %d, kolonne «%s»: %s".formatted(file, line, column, fault));
    }
}
