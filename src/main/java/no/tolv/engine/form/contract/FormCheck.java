package no.tolv.engine.form.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One round of checking: what was filled in against what the form asks. All faults are found, not only the first. */
class FormCheck {

    private final Feel feel;
    private final Map<String, Map<String, String>> choices;
    private final List<Fault> faults = new ArrayList<>();

    FormCheck(Feel feel, Map<String, Map<String, String>> choices) {
        this.feel = feel;
        this.choices = choices;
    }

    List<Fault> faults() {
        return faults;
    }

    /**
     * The accepted answers of one level of the form.
     *
     * @param prefilled what the server had put into these fields
     * @param row number of the row, or 0 outside rows
     */
    Map<String, Object> answers(
            List<FormField> fields,
            Map<String, ?> raw,
            Map<String, Object> prefilled,
            int row,
            Map<String, Object> outer) {
        refuseUnknown(fields, raw, row);
        Map<String, Object> data = data(fields, raw, prefilled, outer);
        Map<String, Object> answers = new LinkedHashMap<>();
        for (FormField field : fields) {
            if (field.isReadOnly(feel, data)) {
                keepInFixedRow(field, prefilled, row, answers);
            } else if (!field.isHidden(feel, data)) {
                answer(field, raw.get(field.key()), prefilled, row, data, answers);
            }
        }
        return answers;
    }

    /** What the server put into a row tells which row it is; it is never taken from the browser. */
    private static void keepInFixedRow(
            FormField field, Map<String, Object> prefilled, int row, Map<String, Object> answers) {
        if (row > 0 && prefilled.get(field.key()) != null) {
            answers.put(field.key(), prefilled.get(field.key()));
        }
    }

    private void refuseUnknown(List<FormField> fields, Map<String, ?> raw, int row) {
        for (String key : raw.keySet()) {
            if (fields.stream().noneMatch(field -> field.key().equals(key))) {
                faults.add(new Fault(key, "Skjemaet har ikke noe felt «" + printable(key) + "»" + inRow(row) + "."));
            }
        }
    }

    private static String printable(String key) {
        return key.matches("[A-Za-z0-9_.-]{1,60}") ? key : "ukjent";
    }

    private static Map<String, Object> data(
            List<FormField> fields, Map<String, ?> raw, Map<String, Object> prefilled, Map<String, Object> outer) {
        Map<String, Object> data = new HashMap<>(outer);
        fields.forEach(field -> data.put(field.key(), null));
        data.putAll(prefilled);
        raw.forEach(data::put);
        return data;
    }

    private void answer(
            FormField field,
            Object raw,
            Map<String, Object> prefilled,
            int row,
            Map<String, Object> data,
            Map<String, Object> answers) {
        try {
            Object value = Answer.of(field, raw);
            checkRequired(field, value);
            checkOptions(field, value);
            if (value != null) {
                Object kept =
                        field.type() == FieldType.DYNAMICLIST ? rows(field, (List<?>) value, prefilled, data) : value;
                answers.put(field.key(), kept);
            }
        } catch (WrongAnswer wrong) {
            faults.add(
                    new Fault(field.key(), "Feltet «" + field.label() + "»" + inRow(row) + " " + wrong.getMessage()));
        }
    }

    private static void checkRequired(FormField field, Object value) {
        if (!field.isRequired()) {
            return;
        }
        if (field.type() == FieldType.CHECKBOX && !Boolean.TRUE.equals(value)) {
            throw new WrongAnswer("må krysses av.");
        }
        if (value == null) {
            throw new WrongAnswer(field.type() == FieldType.DYNAMICLIST ? "må ha minst én rad." : "må fylles ut.");
        }
    }

    private void checkOptions(FormField field, Object value) {
        if (value == null || !field.type().isChoice()) {
            return;
        }
        List<?> chosen = value instanceof List<?> list ? list : List.of(value);
        if (!field.options(choices).keySet().containsAll(chosen)) {
            throw new WrongAnswer("har et svar som ikke er blant valgene.");
        }
    }

    private List<Map<String, Object>> rows(
            FormField field, List<?> rows, Map<String, Object> prefilled, Map<String, Object> data) {
        List<?> fixed = field.hasFixedRows() && prefilled.get(field.key()) instanceof List<?> list ? list : null;
        if (fixed != null && fixed.size() != rows.size()) {
            throw new WrongAnswer("skal ha " + fixed.size() + " rader.");
        }
        List<Map<String, Object>> accepted = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> before = fixed == null ? Map.of() : Answer.row(fixed.get(i));
            accepted.add(answers(field.fields(), Answer.row(rows.get(i)), before, i + 1, data));
        }
        return accepted;
    }

    private static String inRow(int row) {
        return row == 0 ? "" : " i rad " + row;
    }
}
