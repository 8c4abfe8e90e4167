package no.tolv.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Processor time of a PostgreSQL on this machine: its first process, those that have ended under it, and those that run,
 * also the ones that write the log and sweep up, whoever made that work. Read from {@code /proc}, so on Linux alone, in
 * steps of ten milliseconds.
 */
class PostgresCpu {

    private static final double TICK_MILLIS = 10;
    private static final int PARENT = 1;
    private static final int USED = 11;
    private static final int USED_WITH_ENDED = 13;

    private final JdbcClient jdbc;
    private final String left;

    /** @param left name of the application whose connections do not count */
    PostgresCpu(JdbcClient jdbc, String left) {
        this.jdbc = jdbc;
        this.left = left;
    }

    /** NaN where it cannot be read. */
    double millis() {
        Optional<String[]> asked = stat(Path.of(
                "/proc", jdbc.sql("select pg_backend_pid()").query(String.class).single()));
        return asked.map(stat -> millis(stat[PARENT])).orElse(Double.NaN);
    }

    private double millis(String first) {
        Set<String> uncounted =
                new HashSet<>(jdbc.sql("select cast(pid as varchar) from pg_stat_activity where application_name = ?")
                        .param(left)
                        .query(String.class)
                        .list());
        double own = stat(Path.of("/proc", first))
                .map(stat -> used(stat, USED_WITH_ENDED + 2))
                .orElse(Double.NaN);
        return own + running(first, uncounted);
    }

    private static double running(String first, Set<String> uncounted) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> !uncounted.contains(process.getFileName().toString()))
                    .flatMap(process -> stat(process).stream())
                    .filter(stat -> stat[PARENT].equals(first))
                    .mapToDouble(stat -> used(stat, USED_WITH_ENDED))
                    .sum();
        } catch (IOException unreadable) {
            return Double.NaN;
        }
    }

    /** User and system time, and with a longer end that of the ended too. */
    private static double used(String[] stat, int end) {
        return TICK_MILLIS
                * Arrays.stream(stat, USED, end).mapToLong(Long::parseLong).sum();
    }

    /** The fields after the name, which may hold anything: state, parent, … */
    private static Optional<String[]> stat(Path process) {
        try {
            String line = Files.readString(process.resolve("stat"));
            return Optional.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (IOException endedOrElsewhere) {
            return Optional.empty();
        }
    }
}
