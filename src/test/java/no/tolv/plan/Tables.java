package no.tolv.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;

/** The shipped decision tables, with a row of its own on top for the school of {@link PlanStory}. */
public class Tables {

    private static final Pattern OUTPUT = Pattern.compile("<output id=\"output_(\\w+)\"");

    private final RepositoryService repository;
    private final Map<String, Map<String, Object>> rows = new HashMap<>();

    Tables(RepositoryService repository) {
        this.repository = repository;
    }

    public void reset() {
        rows.put("planContent", new HashMap<>(Map.of("planName", "Aktivitetsplan", "templateName", "activityPlan")));
        rows.put(
                "evaluationInterval",
                new HashMap<>(Map.of(
                        "defaultWeeks",
                        4,
                        "maxWeeks",
                        8,
                        "informationLeadDays",
                        5,
                        "weeklyFollowUp",
                        true,
                        "teamBeforeEvaluation",
                        true,
                        "teamName",
                        "R-team",
                        "guardiansEvaluate",
                        true)));
        rows.keySet().forEach(this::deploy);
    }

    public void set(String table, String output, Object value) {
        rows.get(table).put(output, value);
        deploy(table);
    }

    private void deploy(String table) {
        String shipped = text(table);
        List<Object> inputs = List.of(PlanStory.UNIT, "");
        Stream<Object> outputs =
                OUTPUT.matcher(shipped).results().map(found -> rows.get(table).getOrDefault(found.group(1), ""));
        String row = "<rule id=\"rule_story\">" + entries("inputEntry", inputs.stream())
                + entries("outputEntry", outputs) + "</rule>";
        repository
                .createDeployment()
                .addString(table + ".dmn", shipped.replaceFirst("<rule ", row + "<rule "))
                .deploy();
    }

    private static String entries(String kind, Stream<Object> cells) {
        return cells.map(Tables::literal)
                .map(cell -> "<%1$s id=\"%2$s\"><text>%3$s</text></%1$s>".formatted(kind, newId(), cell))
                .collect(Collectors.joining());
    }

    private static String newId() {
        return "story_" + UUID.randomUUID();
    }

    private static String literal(Object cell) {
        return cell instanceof String text && !text.isEmpty() ? "\"" + text + "\"" : cell.toString();
    }

    private static String text(String table) {
        try {
            return Files.readString(Path.of("processes", table + ".dmn"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
