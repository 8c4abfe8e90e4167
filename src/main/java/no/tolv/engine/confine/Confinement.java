package no.tolv.engine.confine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.stereotype.Component;

/** Whether a diagram or a table holds only what Tolv knows to be harmless. The engine asks before it reads one, however it came into the database. */
@Component
public class Confinement {

    private final Delegates steps;

    Confinement(Delegates steps) {
        this.steps = steps;
    }

    /** What a BPMN file holds. */
    public Reading diagram(byte[] source) {
        return new SourceReader(AllowList.BPMN, steps).read(source);
    }

    /** What a DMN file holds. */
    public Reading table(byte[] source) {
        return new SourceReader(AllowList.DMN, steps).read(source);
    }

    static void require(String file, Reading reading) {
        reading.fault().ifPresent(fault -> {
            throw new ProcessEngineException(
                    "Filen «" + file + "» kan ikke ha kommet inn gjennom Tolv, og brukes ikke: " + fault);
        });
    }
}
