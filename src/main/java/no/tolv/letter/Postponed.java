package no.tolv.letter;

/** The server does not take this mail now, but takes others: it waits for its next turn and holds nobody up. */
class Postponed extends Exception {

    Postponed(Exception cause) {
        super(cause);
    }
}
