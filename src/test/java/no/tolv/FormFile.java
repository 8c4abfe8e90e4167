package no.tolv;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Camunda Form as it lies in the forms folder, read for the tests. */
record FormFile(String name, JsonNode root) {

    /** What Tasklist 7.24 can show; a file picker or a preview makes the whole form fail there. */
    static final Set<String> INPUTS = Set.of(
            "textfield",
            "textarea",
            "number",
            "select",
            "radio",
            "checkbox",
            "checklist",
            "taglist",
            "datetime",
            "dynamiclist");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    static FormFile read(Path file) {
        try {
            return new FormFile(
                    file.getFileName().toString().replaceFirst("\\.form$", ""),
                    new ObjectMapper().readTree(file.toFile()));
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " kan ikke leses.", unreadable);
        }
    }

    List<JsonNode> all() {
        List<JsonNode> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    List<JsonNode> inputs() {
        return all().stream()
                .filter(component -> INPUTS.contains(component.path("type").asText()))
                .toList();
    }

    List<String> texts() {
        return Stream.of("label", "dateLabel", "description", "text")
                .flatMap(name -> root.findValuesAsText(name).stream())
                .map(text -> PLACEHOLDER.matcher(text).replaceAll(""))
                .toList();
    }

    Set<String> contract() {
        return contract(root, "").collect(toCollection(TreeSet::new));
    }

    private static void collect(JsonNode parent, List<JsonNode> found) {
        parent.path("components").forEach(component -> {
            found.add(component);
            collect(component, found);
        });
    }

    private static Stream<String> contract(JsonNode parent, String list) {
        List<String> words = new ArrayList<>();
        for (JsonNode component : parent.path("components")) {
            words.addAll(words(component, list).toList());
        }
        return words.stream();
    }

    private static Stream<String> words(JsonNode component, String list) {
        String type = component.path("type").asText();
        return switch (type) {
            case "group" -> contract(component, list);
            case "text" ->
                PLACEHOLDER.matcher(component.path("text").asText()).results().map(match -> "{" + match.group(1) + "}");
            case "separator" -> Stream.empty();
            default ->
                Stream.concat(
                        Stream.of(list + key(component) + marks(component)), contract(component, key(component) + "."));
        };
    }

    private static String marks(JsonNode field) {
        return (field.path("validate").path("required").asBoolean() ? "*" : "")
                + (field.has("conditional") ? "?" : "")
                + (field.path("readonly").asBoolean() ? "=" : "");
    }

    @Override
    public String toString() {
        return name;
    }

    static String key(JsonNode input) {
        return input.path(input.has("path") ? "path" : "key").asText();
    }

    static String label(JsonNode input) {
        return input.path(input.has("dateLabel") ? "dateLabel" : "label").asText();
    }
}
