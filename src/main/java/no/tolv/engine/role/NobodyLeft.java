package no.tolv.engine.role;

/** A task would be created with nobody who can take it (INV-04); the step that led there is undone. */
public class NobodyLeft extends IllegalStateException {

    NobodyLeft(String unit) {
        super("Ingen kan ta oppgaven: ved «" + unit + "» og hos kommunen er alle som kunne hatt den, inhabile eller"
                + " sluttet. Gi rollen owner i kommunen til en som kan ta den.");
    }
}
