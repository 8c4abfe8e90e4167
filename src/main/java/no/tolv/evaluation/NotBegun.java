package no.tolv.evaluation;

import no.tolv.deadline.Deadlines;
import no.tolv.measure.Measure;
import no.tolv.measure.Measures;
import org.springframework.stereotype.Component;

/** Measures that had not begun when the pupil said that it is safe: they are called off, not begun after the pupil was heard. */
@Component
class NotBegun {

    private final Measures measures;
    private final Deadlines deadlines;

    NotBegun(Measures measures, Deadlines deadlines) {
        this.measures = measures;
        this.deadlines = deadlines;
    }

    void callOff(String caseNumber) {
        measures.inForce(caseNumber).stream()
                .filter(measure -> measure.startsOn().isAfter(deadlines.today()))
                .filter(measure -> measure.status() == Measure.Status.ACTIVE)
                .forEach(measure -> measures.setStatus(measure.id(), Measure.Status.ENDED));
    }
}
