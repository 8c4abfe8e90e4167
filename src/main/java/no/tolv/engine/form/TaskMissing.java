package no.tolv.engine.form;

/** There is no such task, or it is not the caller's to know of; the answer is the same. */
public class TaskMissing extends RuntimeException {

    TaskMissing() {
        super("Det finnes ikke, eller du har ikke tilgang til det.");
    }
}
