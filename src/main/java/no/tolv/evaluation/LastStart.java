package no.tolv.evaluation;

import java.time.LocalDate;
import java.util.Optional;
import no.tolv.measure.Measure;
import no.tolv.measure.Measures;
import org.springframework.stereotype.Component;

/** The day the last measure of the plan in force began; the pupil must be heard after it (INV-10). */
@Component
class LastStart {

    private final Measures measures;

    LastStart(Measures measures) {
        this.measures = measures;
    }

    /** The start of the last measure that had begun on the given day and was not called off. */
    Optional<LocalDate> until(String caseNumber, LocalDate day) {
        return measures.inForce(caseNumber).stream()
                .filter(measure -> measure.status() != Measure.Status.ENDED)
                .map(Measure::startsOn)
                .filter(start -> !start.isAfter(day))
                .max(LocalDate::compareTo);
    }
}
