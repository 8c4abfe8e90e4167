package no.tolv.engine.confine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.io.InputStreamSource;

/** Reads a stored diagram for the engine, after it has been held against the list: also one that came round the gate. */
class ConfinedParse extends BpmnParse {

    private final Confinement confinement;

    ConfinedParse(BpmnParser parser, Confinement confinement) {
        super(parser);
        this.confinement = confinement;
    }

    @Override
    public BpmnParse execute() {
        byte[] diagram = source();
        Confinement.require(name, confinement.diagram(diagram));
        streamSource = new InputStreamSource(new ByteArrayInputStream(diagram));
        return super.execute();
    }

    private byte[] source() {
        try {
            return streamSource.getInputStream().readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
