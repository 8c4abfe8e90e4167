package no.tolv.engine.confine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformer;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransform;

/** Reads a stored table for the engine, after it has been held against the list: also one that came round the gate. */
class ConfinedTransform extends DefaultDmnTransform {

    private final Confinement confinement;

    ConfinedTransform(DmnTransformer transformer, Confinement confinement) {
        super(transformer);
        this.confinement = confinement;
    }

    @Override
    public void setModelInstance(InputStream source) {
        try {
            byte[] table = source.readAllBytes();
            Confinement.require("tabell", confinement.table(table));
            super.setModelInstance(new ByteArrayInputStream(table));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
