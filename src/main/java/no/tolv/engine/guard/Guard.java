package no.tolv.engine.guard;

import no.tolv.engine.AsSystem;
import no.tolv.engine.NotFromOutside;

/** Refuses what comes from outside; our own code and running processes pass. */
final class Guard {

    private Guard() {}

    static void variables() {
        if (AsSystem.isOutside()) {
            throw NotFromOutside.variables();
        }
    }

    static void task() {
        if (AsSystem.isOutside()) {
            throw NotFromOutside.task();
        }
    }

    static void text() {
        if (AsSystem.isOutside()) {
            throw NotFromOutside.text();
        }
    }

    static void event() {
        if (AsSystem.isOutside()) {
            throw NotFromOutside.event();
        }
    }
}
