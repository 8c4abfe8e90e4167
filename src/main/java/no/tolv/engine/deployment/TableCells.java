package no.tolv.engine.deployment;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** Reads every cell of a decision table; the engine itself first reads a cell when a case needs its row. */
final class TableCells {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private TableCells() {}

    /** The first cell that cannot be read, as the rest of a sentence that begins with the file. */
    static Optional<String> fault(DmnModelInstance model) {
        List<Rule> rules = List.copyOf(model.getModelElementsByType(Rule.class));
        return IntStream.range(0, rules.size())
                .boxed()
                .flatMap(row -> broken(rules.get(row)).stream()
                        .map(cell -> "har en celle i rad " + (row + 1) + " som ikke kan leses: " + cell))
                .findFirst();
    }

    private static Optional<String> broken(Rule rule) {
        return rule.getInputEntries().stream()
                .map(entry -> entry.getTextContent().strip())
                .filter(cell -> !cell.isEmpty())
                .filter(cell -> FEEL.parseUnaryTests(cell).isFailure())
                .findFirst()
                .or(() -> brokenOutput(rule));
    }

    private static Optional<String> brokenOutput(Rule rule) {
        return rule.getOutputEntries().stream()
                .map(entry -> entry.getTextContent().strip())
                .filter(cell -> !cell.isEmpty())
                .filter(cell -> FEEL.parseExpression(cell).isFailure())
                .findFirst();
    }
}
