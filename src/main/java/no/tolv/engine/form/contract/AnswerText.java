package no.tolv.engine.form.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes answers out in words, for the case's log. */
class AnswerText {

    private final Map<String, Map<String, String>> choices;

    AnswerText(Map<String, Map<String, String>> choices) {
        this.choices = choices;
    }

    String of(List<FormField> fields, Map<String, Object> answers) {
        return String.join("\n", lines(fields, answers));
    }

    private List<String> lines(List<FormField> fields, Map<String, Object> answers) {
        List<String> lines = new ArrayList<>();
        for (FormField field : fields) {
            Object answer = answers.get(field.key());
            if (answer instanceof List<?> rows && field.type() == FieldType.DYNAMICLIST) {
                lines.addAll(rows(field, rows));
            } else if (answer != null) {
                lines.add(field.label() + ": " + words(field, answer));
            }
        }
        return lines;
    }

    private List<String> rows(FormField field, List<?> rows) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String row = String.join("; ", lines(field.fields(), Answer.row(rows.get(i))));
            lines.add(field.label() + " " + (i + 1) + ": " + row);
        }
        return lines;
    }

    private String words(FormField field, Object answer) {
        if (answer instanceof Boolean yes) {
            return yes ? "Ja" : "Nei";
        }
        if (answer instanceof List<?> chosen) {
            return chosen.stream().map(code -> label(field, code)).collect(Collectors.joining(", "));
        }
        return field.type().isChoice() ? label(field, answer) : answer.toString();
    }

    private String label(FormField field, Object code) {
        return field.options(choices).getOrDefault(code.toString(), code.toString());
    }
}
