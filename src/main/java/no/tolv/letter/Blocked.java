package no.tolv.letter;

/** A mail that must not or cannot go to its recipient as things stand; the code says why, without names or addresses. */
class Blocked extends Exception {

    private final String code;

    Blocked(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
