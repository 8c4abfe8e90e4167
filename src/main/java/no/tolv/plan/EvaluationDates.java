package no.tolv.plan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import no.tolv.deadline.Deadlines;
import no.tolv.deadline.SchoolDays;
import no.tolv.measure.NorwegianDate;
import org.springframework.stereotype.Component;

/** Whether a day can be the day of an evaluation: a school day to come, after the start, not too far ahead (INV-08). */
@Component
public class EvaluationDates {

    private final SchoolDays schoolDays;
    private final Deadlines deadlines;

    EvaluationDates(SchoolDays schoolDays, Deadlines deadlines) {
        this.schoolDays = schoolDays;
        this.deadlines = deadlines;
    }

    /**
     * Why the day cannot be used, as the rest of a sentence that begins with what is evaluated.
     *
     * @param start first day of what is evaluated
     * @param maxWeeks weeks from the start, or from today when it has begun already
     */
    public Optional<String> hindrance(String unit, LocalDate evaluationOn, LocalDate start, int maxWeeks) {
        LocalDate today = deadlines.today();
        LocalDate latest = (start.isAfter(today) ? start : today).plusWeeks(maxWeeks);
        String date = NorwegianDate.inWords(evaluationOn);
        if (!evaluationOn.isAfter(today)) {
            return Optional.of("evalueringsdatoen %s må være etter i dag.".formatted(date));
        }
        if (!evaluationOn.isAfter(start)) {
            return Optional.of("evalueringsdatoen %s må være etter at det starter, %s."
                    .formatted(date, NorwegianDate.inWords(start)));
        }
        if (evaluationOn.isAfter(latest)) {
            return Optional.of("evalueringsdatoen %s er mer enn %d uker fram. Velg en skoledag senest %s."
                    .formatted(date, maxWeeks, NorwegianDate.inWords(latest)));
        }
        return schoolDays.isSchoolDay(unit, evaluationOn)
                ? Optional.empty()
                : Optional.of("evalueringsdatoen %s er ikke en skoledag. Siste skoledag før er %s."
                        .formatted(date, NorwegianDate.inWords(schoolDays.onOrBefore(unit, evaluationOn))));
    }

    /** The last school day within the given number of weeks, and after today when there is one. */
    public LocalDate suggestion(String unit, int weeks) {
        LocalDate today = deadlines.today();
        LocalDate wished = schoolDays.onOrBefore(unit, today.plusWeeks(weeks));
        return Stream.of(wished, schoolDays.plus(unit, today, 1))
                .filter(date -> date.isAfter(today))
                .findFirst()
                .orElse(wished);
    }
}
