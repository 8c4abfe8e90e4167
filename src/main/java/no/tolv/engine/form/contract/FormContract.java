package no.tolv.engine.form.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** A deployed form as a contract: which fields there are, and which answers are accepted (design §6). */
public class FormContract {

    private static final Feel FEEL = new Feel();

    private final ObjectNode json;
    private final List<FormField> fields;

    private FormContract(ObjectNode json) {
        this.json = json;
        this.fields = new FormParser(FEEL).fields(json, List.of());
    }

    /**
     * Reads a form file.
     *
     * @throws BrokenForm when it is not a form, or asks for something the server cannot check
     */
    public static FormContract parse(String form) {
        return new FormContract(FormParser.json(form));
    }

    /** A task without a form: nothing may be filled in. */
    public static FormContract empty() {
        return parse("{\"components\": []}");
    }

    public String id() {
        return json.path("id").asText("");
    }

    /**
     * What of the submitted answers is accepted, and what is wrong with the rest.
     *
     * @param submitted by field key: text, numbers, booleans, lists and maps
     * @param prefilled what the server showed, and the variables conditions may ask for
     * @param choices codes and words by {@code valuesKey}
     */
    public Checked check(
            Map<String, ?> submitted, Map<String, Object> prefilled, Map<String, Map<String, String>> choices) {
        FormCheck check = new FormCheck(FEEL, choices);
        return new Checked(check.answers(fields, submitted, prefilled, 0, Map.of()), check.faults());
    }

    /** @param answers by field key, in the form's order; a field left empty is absent */
    public record Checked(Map<String, Object> answers, List<Fault> faults) {}

    /** The answers as a person reads them: one line for each, {@code Etikett: svar}. */
    public String text(Map<String, Object> answers, Map<String, Map<String, String>> choices) {
        return new AnswerText(choices).of(fields, answers);
    }

    /** The form as the browser gets it: choices written in, start values in their fields. */
    public String shown(Map<String, Map<String, String>> choices, Map<String, Object> values) {
        ObjectNode copy = json.deepCopy();
        new ShownForm(choices, values).fill((ArrayNode) copy.withArray("components"));
        return copy.toString();
    }
}
