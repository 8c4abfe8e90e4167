package no.tolv.engine;

import java.util.List;
import java.util.stream.Collectors;
import no.tolv.engine.form.contract.Fault;

/** What was filled in cannot be accepted; the sentence is Norwegian and names the field. Nothing has been done. */
public class FormRejected extends RuntimeException {

    private final transient List<Fault> faults;

    /**
     * @param field key of the field, as in the form file
     * @param sentence what is wrong and how to mend it
     */
    public FormRejected(String field, String sentence) {
        this(List.of(new Fault(field, sentence)));
    }

    /** Several faults at once, each with its own sentence; there is at least one. */
    public FormRejected(List<Fault> faults) {
        super(faults.stream().map(Fault::sentence).collect(Collectors.joining(" ")));
        this.faults = List.copyOf(faults);
    }

    /** Key of the first field that is wrong. */
    public String field() {
        return faults.get(0).field();
    }

    /** Everything that is wrong, in the form's order. */
    public List<Fault> faults() {
        return faults;
    }
}
