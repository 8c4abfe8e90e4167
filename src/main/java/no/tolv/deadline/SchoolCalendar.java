package no.tolv.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The school years of one unit or municipality, and the days inside them on which school is closed. */
record SchoolCalendar(List<Span> schoolYears, List<Span> closed) {

    /** First and last day, both included. */
    record Span(LocalDate from, LocalDate to) {

        boolean contains(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(to);
        }
    }

    /** True between the first day and the last day the calendar says anything about. */
    boolean knows(LocalDate date) {
        return spans().anyMatch(span -> !date.isBefore(span.from()))
                && spans().anyMatch(span -> !date.isAfter(span.to()));
    }

    private Stream<Span> spans() {
        return Stream.concat(schoolYears.stream(), closed.stream());
    }

    /** True inside a school year on a day that is not closed; weekends and public holidays are not looked at. */
    boolean isOpen(LocalDate date) {
        return schoolYears.stream().anyMatch(year -> year.contains(date))
                && closed.stream().noneMatch(span -> span.contains(date));
    }
}
