package no.tolv.engine;

/** What was filled in cannot be accepted; the sentence is Norwegian and names the field. Nothing has been done. */
public class FormRejected extends RuntimeException {

    private final String field;

    /**
     * @param field key of the field, as in the form file
     * @param sentence what is wrong and how to mend it
     */
    public FormRejected(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
