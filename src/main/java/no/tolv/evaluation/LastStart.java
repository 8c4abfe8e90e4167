package no.tolv.evaluation;

import java.time.LocalDate;
import java.util.Optional;
import no.tolv.deadline.Deadlines;
import no.tolv.measure.Measure;
import no.tolv.measure.Measures;
import org.springframework.stereotype.Component;

/** The day the last measure of the plan in force began; the pupil must be heard after it (INV-10). */
@Component
class LastStart {

    private final Measures measures;
    private final Deadlines deadlines;

    LastStart(Measures measures, Deadlines deadlines) {
        this.measures = measures;
        this.deadlines = deadlines;
    }

    /** The start of the last measure that has begun and was not called off. */
    Optional<LocalDate> of(String caseNumber) {
        return measures.inForce(caseNumber).stream()
                .filter(measure -> measure.status() != Measure.Status.ENDED)
                .map(Measure::startsOn)
                .filter(start -> !start.isAfter(deadlines.today()))
                .max(LocalDate::compareTo);
    }
}
