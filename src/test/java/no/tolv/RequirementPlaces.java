package no.tolv;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds what a requirement points at.
 *
 * <ul>
 *   <li>{@code forms/writePlan.form#measures.level} a field, inside a list after a full stop, or a component's id
 *   <li>{@code forms/writePlan.form#measures.level=class} one of the answers of a field
 *   <li>{@code forms/writePlan.form#lawful~i_tråd_med} words a reader sees at a field, underscore for space
 *   <li>{@code processes/activityPlan.bpmn#userTask_writePlan} an element of a diagram
 *   <li>{@code processes/noticeRules.dmn#NIT-74} a row of a table that names the requirement
 *   <li>{@code no.tolv.plan.draft.PlanCheck}, {@code no.tolv.plan.Responsibles#choices} a class, one of its members
 *   <li>{@code src/main/resources/letters/nb/activityPlan.html#changes} a file, a word in it
 * </ul>
 */
class RequirementPlaces {

    private static final Pattern RULE = Pattern.compile("(?s)<rule\\b.*?</rule>");
    private static final Pattern DESCRIPTION = Pattern.compile("(?s)<description>(.*?)</description>");

    private final Map<Path, String> texts = new HashMap<>();
    private final Map<Path, JsonNode> forms = new HashMap<>();

    boolean exists(String place) {
        String[] parts = place.split("#", 2);
        return parts[0].startsWith("no.tolv.") ? isInClass(parts) : isInFile(parts);
    }

    private static boolean isInClass(String[] parts) {
        try {
            Class<?> type = Class.forName(parts[0], false, RequirementPlaces.class.getClassLoader());
            return parts.length == 1 || members(type).anyMatch(parts[1]::equals);
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    private static Stream<String> members(Class<?> type) {
        return Stream.concat(
                Arrays.stream(type.getDeclaredMethods()).map(method -> method.getName()),
                Arrays.stream(type.getDeclaredFields()).map(field -> field.getName()));
    }

    private boolean isInFile(String[] parts) {
        Path file = Path.of(parts[0]);
        if (!Files.isRegularFile(file) || parts.length == 1) {
            return Files.isRegularFile(file);
        }
        if (parts[0].endsWith(".form")) {
            return isInForm(file, parts[1]);
        }
        return parts[0].endsWith(".dmn") ? isCited(file, parts[1]) : isWritten(file, parts);
    }

    private boolean isWritten(Path file, String[] parts) {
        String wanted = parts[0].endsWith(".bpmn") ? "id=\"" + parts[1] + "\"" : parts[1];
        return text(file).contains(wanted);
    }

    private boolean isCited(Path table, String id) {
        Predicate<String> names = Pattern.compile(Pattern.quote(id) + "\\b").asPredicate();
        return RULE.matcher(text(table))
                .results()
                .flatMap(rule -> DESCRIPTION.matcher(rule.group()).results())
                .anyMatch(description -> names.test(description.group(1)));
    }

    private boolean isInForm(Path file, String wanted) {
        String[] words = wanted.split("~", 2);
        String[] answer = words[0].split("=", 2);
        JsonNode root = forms.computeIfAbsent(file, path -> FormFile.read(path).root());
        return component(root, List.of(answer[0].split("\\.")))
                .filter(field -> answer.length == 1 || hasAnswer(field, answer[1]))
                .filter(field -> words.length == 1 || shows(field, words[1].replace('_', ' ')))
                .isPresent();
    }

    private static Optional<JsonNode> component(JsonNode parent, List<String> path) {
        Optional<JsonNode> found = below(parent)
                .filter(child -> Stream.of("key", "path", "id")
                        .anyMatch(name -> child.path(name).asText().equals(path.get(0))))
                .findFirst();
        return path.size() == 1 ? found : found.flatMap(list -> component(list, path.subList(1, path.size())));
    }

    private static Stream<JsonNode> below(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(child -> child.path("type").asText().equals("group")
                        ? Stream.concat(Stream.of(child), below(child))
                        : Stream.of(child));
    }

    private static boolean hasAnswer(JsonNode field, String code) {
        return field.path("values").findValuesAsText("value").contains(code);
    }

    private static boolean shows(JsonNode field, String words) {
        return Stream.of("text", "label", "description")
                .flatMap(name -> field.findValuesAsText(name).stream())
                .anyMatch(text -> text.contains(words));
    }

    private String text(Path file) {
        return texts.computeIfAbsent(file, path -> {
            try {
                return Files.readString(path);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }
}
