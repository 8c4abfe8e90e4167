package no.tolv.engine.deployment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.tolv.deadline.Deadlines.Count;
import no.tolv.engine.TableCodes;
import no.tolv.engine.confine.Cells;
import no.tolv.organisation.Role;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What each column of answers may hold: the right kind of value, and a code somebody reads. */
@Component
class AnswerColumns {

    /** Longer than any deadline a municipality sets. */
    private static final int MOST = 1000;

    /** Columns that hold one or more roles, with commas between them. */
    private static final Set<String> ROLES = Set.of("receiver", "investigatorRole", "guardianContactRole");

    private static final Set<String> ALL_ROLES =
            Arrays.stream(Role.values()).map(Role::id).collect(Collectors.toUnmodifiableSet());

    private final ObjectProvider<TableCodes> readers;

    AnswerColumns(ObjectProvider<TableCodes> readers) {
        this.readers = readers;
    }

    /** What is wrong in one row, cell by cell. */
    Stream<String> faults(DecisionTable table, List<OutputEntry> answers, int row) {
        Map<String, Set<String>> codes = codes();
        List<Output> columns = List.copyOf(table.getOutputs());
        return IntStream.range(0, columns.size())
                .boxed()
                .flatMap(at -> fault(
                                columns.get(at),
                                answers.get(at).getTextContent().strip(),
                                codes)
                        .map(wanted -> "har en celle i rad %d, kolonnen «%s», som ikke kan brukes: %s. Skriv %s"
                                .formatted(
                                        row,
                                        columns.get(at).getLabel(),
                                        answers.get(at).getTextContent().strip(),
                                        wanted)));
    }

    private static Stream<String> fault(Output column, String cell, Map<String, Set<String>> codes) {
        if (!Cells.isAnswer(cell)) {
            return Stream.of(Cells.ANSWER_LOOKS_LIKE);
        }
        return switch (String.valueOf(column.getTypeRef())) {
            case "integer", "long" -> isCount(cell) ? Stream.of() : Stream.of("et helt tall fra 0 til " + MOST);
            case "boolean" -> Set.of("true", "false").contains(cell) ? Stream.of() : Stream.of("true eller false");
            default -> code(column.getName(), cell, codes);
        };
    }

    private static boolean isCount(String cell) {
        return cell.matches("\\d{1,4}") && Integer.parseInt(cell) <= MOST;
    }

    private static Stream<String> code(String column, String cell, Map<String, Set<String>> codes) {
        String written = Cells.text(cell);
        if (ROLES.contains(column)) {
            boolean known =
                    Arrays.stream(written.split(",", -1)).map(String::strip).allMatch(ALL_ROLES::contains);
            return known ? Stream.of() : Stream.of(oneOf(ALL_ROLES) + ", eller flere med komma mellom");
        }
        Set<String> known = codes.get(column);
        return known == null || known.contains(written) ? Stream.of() : Stream.of(oneOf(known));
    }

    private static String oneOf(Set<String> codes) {
        return "en av kodene " + codes.stream().sorted().collect(Collectors.joining(", "));
    }

    private Map<String, Set<String>> codes() {
        Map<String, Set<String>> all = new HashMap<>();
        all.put("escalateTo", ALL_ROLES);
        all.put("count", Arrays.stream(Count.values()).map(Count::code).collect(Collectors.toSet()));
        readers.forEach(reader -> all.putAll(reader.byOutput()));
        return all;
    }
}
