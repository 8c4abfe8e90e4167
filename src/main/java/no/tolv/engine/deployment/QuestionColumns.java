package no.tolv.engine.deployment;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.tolv.engine.TableCodes;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a column may be compared with: codes somebody asks with. A row with another code never matches, and nobody sees it. */
@Component
class QuestionColumns {

    static final String UNIT = "unit";
    static final String MUNICIPALITY = "municipality";

    private static final Set<String> PLACES = Set.of(UNIT, MUNICIPALITY);
    private static final Set<String> IN_DIAGRAMS = Set.of("task", "event");
    private static final int TO_CHOOSE_FROM = 5;
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    private final ObjectProvider<TableCodes> readers;

    QuestionColumns(ObjectProvider<TableCodes> readers) {
        this.readers = readers;
    }

    /** Codes that are the same in every municipality. */
    Stream<String> faults(DecisionTable table) {
        return unknown(table, codes(), column -> !PLACES.contains(column) && !IN_DIAGRAMS.contains(column));
    }

    /** Units and municipalities that are not in the roster: our own tables have rows for the demo's. */
    Stream<String> unknownPlaces(DecisionTable table) {
        return unknown(table, codes(), PLACES::contains);
    }

    /** Tasks and events that no diagram has; some events are ours. */
    Stream<String> unknownInDiagrams(DecisionTable table, DiagramCodes diagrams) {
        return unknown(table, diagrams.byInput(codes()), IN_DIAGRAMS::contains);
    }

    private static Stream<String> unknown(
            DecisionTable table, Map<String, Set<String>> codes, Predicate<String> columns) {
        List<Input> inputs = List.copyOf(table.getInputs());
        List<Rule> rules = List.copyOf(table.getRules());
        return IntStream.range(0, inputs.size())
                .boxed()
                .filter(at -> columns.test(asked(inputs.get(at))) && codes.containsKey(asked(inputs.get(at))))
                .flatMap(at -> IntStream.range(0, rules.size())
                        .boxed()
                        .flatMap(row -> written(rules.get(row), at)
                                .filter(code ->
                                        !codes.get(asked(inputs.get(at))).contains(code))
                                .map(code -> sentence(inputs.get(at), row + 1, code, codes))));
    }

    private static String asked(Input input) {
        return input.getInputExpression().getTextContent().strip();
    }

    private static Stream<String> written(Rule rule, int column) {
        InputEntry cell = List.copyOf(rule.getInputEntries()).get(column);
        return TEXT.matcher(cell.getTextContent())
                .results()
                .map(MatchResult::group)
                .map(QuestionColumns::bare);
    }

    private static String bare(String quoted) {
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String sentence(Input input, int row, String code, Map<String, Set<String>> codes) {
        return "har «%s» i rad %d, kolonnen «%s», men ingen spør med den koden, så raden ville aldri gjelde. %s"
                .formatted(code, row, input.getLabel(), advice(code, codes.get(asked(input))));
    }

    private static String advice(String code, Set<String> known) {
        Comparator<String> nearness = Comparator.comparing(one -> distance(code, one));
        String nearest = known.stream()
                .sorted(nearness.thenComparing(Comparator.naturalOrder()))
                .limit(TO_CHOOSE_FROM)
                .collect(joining(", "));
        String choice = known.size() > TO_CHOOSE_FROM ? "De nærmeste kodene er " : "Kodene er ";
        return choice + nearest + "; rett den, eller ta bort raden";
    }

    @SuppressWarnings("deprecation")
    private static int distance(String one, String other) {
        return StringUtils.getLevenshteinDistance(one, other);
    }

    private Map<String, Set<String>> codes() {
        Map<String, Set<String>> all = new HashMap<>();
        readers.forEach(reader -> all.putAll(reader.byInput()));
        return all;
    }
}
