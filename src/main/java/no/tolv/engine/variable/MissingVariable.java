package no.tolv.engine.variable;

/** A process lacks a variable it declares: we are wrong, not the user. */
public class MissingVariable extends IllegalStateException {

    MissingVariable(String variable, String scope) {
        super("Prosessvariabelen «" + variable + "» mangler i " + scope + ".");
    }
}
