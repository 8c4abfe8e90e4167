package no.tolv.engine.form.contract;

/** A form file nobody could fill in safely; the Norwegian sentence says why. */
public class BrokenForm extends RuntimeException {

    BrokenForm(String sentence) {
        super(sentence);
    }
}
