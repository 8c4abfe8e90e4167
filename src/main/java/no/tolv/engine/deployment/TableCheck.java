package no.tolv.engine.deployment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.tolv.engine.confine.Cells;
import no.tolv.engine.variable.ProcessVariables;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/**
 * Reads a decision table as those who ask it will: every question, every cell, and what holds for a school without a row
 * of its own. The engine itself first reads a cell when a case needs its row.
 */
@Component
class TableCheck {

    /** What a table is asked with besides the variables of a process. */
    private static final Set<String> ASKED_WITH = Set.of("task", "occurrence", "sign", "role", "times");

    private final AnswerColumns columns;
    private final QuestionColumns questions;

    TableCheck(AnswerColumns columns, QuestionColumns questions) {
        this.columns = columns;
        this.questions = questions;
    }

    /** The first thing wrong, as the rest of a sentence that begins with the file. */
    Optional<String> fault(DmnModelInstance model) {
        return model.getModelElementsByType(DecisionTable.class).stream()
                .flatMap(this::faults)
                .findFirst();
    }

    /** The first row for a task or an event that no diagram has, as the rest of a sentence that begins with the file. */
    Optional<String> unknownInDiagrams(DmnModelInstance model, DiagramCodes diagrams) {
        return model.getModelElementsByType(DecisionTable.class).stream()
                .flatMap(table -> questions.unknownInDiagrams(table, diagrams))
                .findFirst();
    }

    /** Each row for a unit or a municipality that the roster does not have, as the rest of a sentence that begins with the file. */
    List<String> unknownPlaces(DmnModelInstance model) {
        return model.getModelElementsByType(DecisionTable.class).stream()
                .flatMap(questions::unknownPlaces)
                .toList();
    }

    private Stream<String> faults(DecisionTable table) {
        List<Rule> rules = List.copyOf(table.getRules());
        return Stream.of(
                        table.getInputs().stream().flatMap(TableCheck::question),
                        IntStream.range(0, rules.size()).boxed().flatMap(row -> row(table, rules.get(row), row + 1)),
                        lastRow(table, rules),
                        questions.faults(table))
                .flatMap(faults -> faults);
    }

    private static Stream<String> question(Input input) {
        String asked = input.getInputExpression() == null
                ? ""
                : input.getInputExpression().getTextContent().strip();
        return ASKED_WITH.contains(asked) || ProcessVariables.isDeclaredAnywhere(asked)
                ? Stream.of()
                : Stream.of(
                        "spør etter «" + asked + "» i kolonnen «" + input.getLabel()
                                + "», men det er ikke en variabel Tolv gir tabeller. Skriv ett navn, som unit eller municipality");
    }

    private Stream<String> row(DecisionTable table, Rule rule, int row) {
        List<InputEntry> tests = List.copyOf(rule.getInputEntries());
        List<OutputEntry> answers = List.copyOf(rule.getOutputEntries());
        List<Input> inputs = List.copyOf(table.getInputs());
        if (tests.size() != inputs.size()
                || answers.size() != table.getOutputs().size()) {
            return Stream.of("har ikke en celle i hver kolonne i rad " + row);
        }
        return Stream.concat(
                IntStream.range(0, tests.size()).boxed().flatMap(at -> test(tests.get(at), inputs.get(at), row)),
                columns.faults(table, answers, row));
    }

    private static Stream<String> test(InputEntry entry, Input input, int row) {
        String cell = entry.getTextContent().strip();
        return Cells.isTest(cell)
                ? Stream.of()
                : Stream.of("har en celle i rad %d, kolonnen «%s», som ikke kan leses: %s. Skriv %s"
                        .formatted(row, input.getLabel(), cell, Cells.TEST_LOOKS_LIKE));
    }

    private static Stream<String> lastRow(DecisionTable table, List<Rule> rules) {
        boolean forAll = !rules.isEmpty()
                && rules.get(rules.size() - 1).getInputEntries().stream()
                        .allMatch(entry -> Cells.isAny(entry.getTextContent()));
        return table.getHitPolicy() != HitPolicy.FIRST || forAll
                ? Stream.of()
                : Stream.of("mangler en siste rad som gjelder alle. Legg til en rad nederst der alle kolonnene før"
                        + " svarene er tomme");
    }
}
