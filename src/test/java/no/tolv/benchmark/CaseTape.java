package no.tolv.benchmark;

import java.io.ByteArrayInputStream;
import java.io.Reader;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;

/** Everything one case asks of the database, in order and with the values it sends. */
class CaseTape extends StatementCounts {

    static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z]+-[0-9]{4}-[0-9]{4,}");

    private final List<Step> steps = new ArrayList<>();
    private final List<String> connections = new ArrayList<>();

    /** @param connection 0 for the case's connection, 1 for one that is opened while that is in use */
    sealed interface Step {
        int connection();
    }

    /** @param alone outside any transaction */
    record Asked(int connection, String sql, List<List<Sent>> rows, boolean batch, boolean alone, int written)
            implements Step {

        private Asked with(Set<String> own) {
            List<List<Sent>> placed = rows.stream()
                    .map(row -> row.stream().map(sent -> sent.with(own)).toList())
                    .toList();
            return new Asked(connection, sql, placed, batch, alone, written);
        }
    }

    record Ended(int connection, boolean kept) implements Step {}

    /** A value as the driver was given it, by which of its methods. */
    record Sent(Method by, Object[] arguments) {

        private Sent with(Set<String> own) {
            return new Sent(
                    by,
                    Arrays.stream(arguments)
                            .map(argument -> isText(argument) && ids(argument).anyMatch(own::contains)
                                    ? new Own(argument.toString(), argument instanceof UUID)
                                    : argument)
                            .toArray());
        }
    }

    /** A text with an id in it that is the case's own. */
    record Own(String text, boolean isUuid) {}

    @Override
    void asked(ExecutionInfo execution, List<QueryInfo> queries, int written) {
        super.asked(execution, queries, written);
        List<List<Sent>> rows = queries.stream()
                .flatMap(query -> query.getParametersList().stream())
                .map(row -> row.stream().map(CaseTape::sent).toList())
                .toList();
        steps.add(new Asked(
                connection(execution.getConnectionId()),
                queries.get(0).getQuery(),
                rows.isEmpty() ? List.of(List.of()) : rows,
                execution.isBatch(),
                RecordedStatements.isOutsideTransaction(execution),
                written));
    }

    @Override
    void ended(String connection, String how) {
        super.ended(connection, how);
        if (how.equals("commit") || how.equals("rollback")) {
            steps.add(new Ended(connection(connection), how.equals("commit")));
        } else if (how.equals("close") && connections.contains(connection)) {
            connections.set(connections.indexOf(connection), null);
        }
    }

    private int connection(String id) {
        if (!connections.contains(id)) {
            if (connections.contains(null)) {
                connections.set(connections.indexOf(null), id);
            } else {
                connections.add(id);
            }
        }
        return connections.indexOf(id);
    }

    private static Sent sent(ParameterSetOperation operation) {
        return new Sent(
                operation.getMethod(),
                Arrays.stream(operation.getArgs()).map(CaseTape::kept).toArray());
    }

    /** A stream has been read by the driver, and is to be read again. */
    private static Object kept(Object argument) {
        if (argument instanceof ByteArrayInputStream read) {
            read.reset();
            return read.readAllBytes();
        }
        if (argument instanceof Reader) {
            throw new IllegalStateException("A text sent as a stream cannot be kept.");
        }
        return argument;
    }

    /** The steps, with a placeholder wherever one of these ids must be another each time. */
    List<Step> steps(Set<String> own) {
        return steps.stream()
                .map(step -> step instanceof Asked asked ? asked.with(own) : step)
                .toList();
    }

    int connections() {
        return connections.size();
    }

    /** Ids and case numbers in what was sent. */
    Set<String> ids() {
        return steps.stream()
                .flatMap(step -> step instanceof Asked asked ? asked.rows().stream() : Stream.empty())
                .flatMap(List::stream)
                .flatMap(sent -> Arrays.stream(sent.arguments()))
                .filter(CaseTape::isText)
                .flatMap(CaseTape::ids)
                .collect(Collectors.toSet());
    }

    private static Stream<String> ids(Object text) {
        return ID.matcher(text.toString()).results().map(MatchResult::group);
    }

    private static boolean isText(Object argument) {
        return argument instanceof String || argument instanceof UUID;
    }
}
