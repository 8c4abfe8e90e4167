package no.tolv.evaluation;

import java.time.LocalDate;
import no.tolv.measure.Measure;
import no.tolv.measure.Measures;
import org.springframework.stereotype.Component;

/** Measures that had not begun when the pupil said that it is safe: they are called off, not begun after the pupil was heard. */
@Component
class NotBegun {

    private final Measures measures;

    NotBegun(Measures measures) {
        this.measures = measures;
    }

    void callOff(String caseNumber, LocalDate heardOn) {
        measures.inForce(caseNumber).stream()
                .filter(measure -> measure.startsOn().isAfter(heardOn))
                .filter(measure -> measure.status() == Measure.Status.ACTIVE)
                .forEach(measure -> measures.setStatus(measure.id(), Measure.Status.ENDED));
    }
}
