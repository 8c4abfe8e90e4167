package no.tolv.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes a recognisable text in every text field of a form, also those one may leave empty. */
class PlantedText {

    private static final Set<String> TEXT = Set.of("textfield", "textarea");

    private final String text;
    private final Set<String> planted = new TreeSet<>();

    PlantedText(String text) {
        this.text = text;
    }

    Answers in(String form, Answers answers) {
        for (JsonNode field : fields(form)) {
            String key = field.path(field.has("path") ? "path" : "key").asText();
            if (field.path("type").asText().equals("dynamiclist")) {
                plantRows(form, field, key, answers);
            } else if (isWritten(field) && (answers.fields().containsKey(key) || isShown(field, answers))) {
                plant(form + "." + key, answers.fields(), key);
            }
        }
        return answers;
    }

    @SuppressWarnings("unchecked")
    private void plantRows(String form, JsonNode list, String key, Answers answers) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> row :
                (List<Map<String, Object>>) answers.fields().get(key)) {
            Map<String, Object> copy = new HashMap<>(row);
            list.path("components").forEach(cell -> {
                if (isWritten(cell)) {
                    plant(
                            form + "." + key + "." + cell.path("key").asText(),
                            copy,
                            cell.path("key").asText());
                }
            });
            rows.add(copy);
        }
        answers.with(key, rows);
    }

    private void plant(String field, Map<String, Object> answers, String key) {
        answers.merge(key, text, (written, more) -> written.toString().contains(text) ? written : written + " " + more);
        planted.add(field);
    }

    private static boolean isWritten(JsonNode field) {
        return TEXT.contains(field.path("type").asText())
                && !field.path("readonly").asBoolean();
    }

    /** Without a condition, or only hidden by an answer that the walk does not give. */
    private static boolean isShown(JsonNode field, Answers answers) {
        String hide = field.path("conditional").path("hide").asText("");
        return hide.isEmpty()
                || hide.equals("=how = \"declined\"")
                || hide.equals("=channel = \"notReached\"")
                        && !"notReached".equals(answers.fields().get("channel"));
    }

    /** The text fields of all forms in which nothing has been written yet, as {@code form.field}. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        forms().forEach(form -> fields(form).forEach(field -> {
            String key = field.path(field.has("path") ? "path" : "key").asText();
            if (isWritten(field)) {
                missing.add(form + "." + key);
            }
            field.path("components").forEach(cell -> {
                if (isWritten(cell)) {
                    missing.add(form + "." + key + "." + cell.path("key").asText());
                }
            });
        }));
        missing.removeAll(planted);
        return missing;
    }

    private static List<String> forms() {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.map(file -> file.getFileName().toString().replace(".form", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The form's fields; a group is opened, a list is kept whole. */
    private static List<JsonNode> fields(String form) {
        try {
            List<JsonNode> fields = new ArrayList<>();
            collect(new ObjectMapper().readTree(Path.of("forms", form + ".form").toFile()), fields);
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode parent, List<JsonNode> fields) {
        for (JsonNode component : parent.path("components")) {
            if (component.path("type").asText().equals("group")) {
                collect(component, fields);
            } else {
                fields.add(component);
            }
        }
    }
}
