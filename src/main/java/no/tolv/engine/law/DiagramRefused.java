package no.tolv.engine.law;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;

/** A diagram is not deployed, because it cannot be read or would let a duty slip; nothing of its deployment is kept. */
public class DiagramRefused extends BadUserRequestException {

    DiagramRefused(String file, List<Breach> breaches) {
        super("Filen «" + file + "» kan ikke tas i bruk: "
                + breaches.stream().map(Breach::toString).collect(Collectors.joining(" ")));
    }

    DiagramRefused(String file, Throwable broken) {
        super(
                "Filen «" + file + "» er ikke en gyldig BPMN-fil. Åpne den i Modeler, rett feilen og lagre på nytt.",
                broken);
    }
}
