package no.tolv.engine.form.contract;

/** An answer that does not fit its field; the text ends the sentence «Feltet X …». */
class WrongAnswer extends RuntimeException {

    WrongAnswer(String predicate) {
        super(predicate);
    }
}
