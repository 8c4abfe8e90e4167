package no.tolv.engine.confine;

/** Somebody asked the engine to evaluate what it may not; the expression itself is not repeated. */
public class ExpressionRefused extends RuntimeException {

    ExpressionRefused() {
        super("Uttrykket er ikke tillatt. I filtre kan du bruke ${currentUser()}, ${currentUserGroups()} og ${now()}.");
    }
}
