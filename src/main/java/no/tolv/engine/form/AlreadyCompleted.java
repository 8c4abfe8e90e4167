package no.tolv.engine.form;

/** Somebody – perhaps the same person with a second click – has completed the task already. */
public class AlreadyCompleted extends RuntimeException {

    AlreadyCompleted() {
        super("Oppgaven er allerede fullført.");
    }
}
