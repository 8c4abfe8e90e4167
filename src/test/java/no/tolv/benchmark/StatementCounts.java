package no.tolv.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;

/** How many statements were asked, rows written and transactions committed, by the text of the statement. */
class StatementCounts {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern COLUMNS = Pattern.compile("^select (?!count).*? from ", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST = Pattern.compile("\\(\\s*\\?(\\s*,\\s*\\?)*\\s*\\)");
    private static final int WIDTH = 150;

    private record Count(int statements, int rows) {

        Count and(Count more) {
            return new Count(statements + more.statements, rows + more.rows);
        }
    }

    private final Map<String, Count> byText = new TreeMap<>();
    private int commits;
    private long cpuNanos;
    private long nanos;

    /** The statement as it was asked, for those who want more than its count. */
    void asked(ExecutionInfo execution, List<QueryInfo> queries, int rows) {
        add(queries.get(0).getQuery(), rows);
    }

    /** A connection has been given a commit, a rollback or back. */
    void ended(String connection, String how) {
        if (how.equals("commit")) {
            addCommit();
        }
    }

    void add(String sql, int rows) {
        byText.merge(normal(sql), new Count(1, rows), Count::and);
    }

    void addCommit() {
        commits++;
    }

    /** @param ofProcessor how much of it the thread was at work */
    void addTime(long whole, long ofProcessor) {
        nanos += whole;
        cpuNanos += ofProcessor;
    }

    void add(StatementCounts more) {
        more.byText.forEach((text, count) -> byText.merge(text, count, Count::and));
        commits += more.commits;
        addTime(more.nanos, more.cpuNanos);
    }

    private static String normal(String sql) {
        String line = SPACE.matcher(sql).replaceAll(" ").strip();
        String brief = LIST.matcher(COLUMNS.matcher(line).replaceFirst("select … from "))
                .replaceAll("(?)");
        return brief.length() < WIDTH ? brief : brief.substring(0, WIDTH) + "…";
    }

    int statements() {
        return byText.values().stream().mapToInt(Count::statements).sum();
    }

    int selects() {
        return byText.entrySet().stream()
                .filter(each -> each.getKey().toLowerCase(Locale.ROOT).startsWith("select"))
                .mapToInt(each -> each.getValue().statements())
                .sum();
    }

    int rows() {
        return byText.values().stream().mapToInt(Count::rows).sum();
    }

    int commits() {
        return commits;
    }

    double cpuMillis() {
        return cpuNanos / 1e6;
    }

    double seconds() {
        return nanos / 1e9;
    }

    @Override
    public String toString() {
        return "%d statements (%d select), %d rows, %d commits".formatted(statements(), selects(), rows(), commits);
    }

    /** The statements asked most often, most first. */
    String most(int number) {
        return byText.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        (Map.Entry<String, Count> each) -> -each.getValue().statements()))
                .limit(number)
                .map(each -> "%5d %5d rows  %s"
                        .formatted(each.getValue().statements(), each.getValue().rows(), each.getKey()))
                .collect(Collectors.joining("\n", "statements\n", "\n"));
    }
}
