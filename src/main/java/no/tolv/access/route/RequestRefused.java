package no.tolv.access.route;

/** What is asked cannot be asked like this; the sentence says what to mend. */
class RequestRefused extends RuntimeException {

    private final int status;

    RequestRefused(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    int status() {
        return status;
    }
}
