package no.tolv.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import no.tolv.casefile.Duty;
import no.tolv.casefile.LogEntry;

/** What shows that each duty of § 12-4 was done: what Statsforvalteren asks for. */
final class DutyLedger {

    /**
     * One duty's evidence.
     *
     * @param evidence how many log entries show it
     * @param firstAt when it was first done, or null when nothing shows it yet
     * @param by who did it first, or null
     */
    record Line(String duty, int evidence, Instant firstAt, String by) {}

    private DutyLedger() {}

    /** One line for each duty, in the order of the law. */
    static List<Line> of(List<LogEntry> log) {
        return Arrays.stream(Duty.values()).map(duty -> line(duty, log)).toList();
    }

    private static Line line(Duty duty, List<LogEntry> log) {
        List<LogEntry> evidence =
                log.stream().filter(entry -> shows(entry, duty)).toList();
        if (evidence.isEmpty()) {
            return new Line(duty.code(), 0, null, null);
        }
        LogEntry first = evidence.get(0);
        return new Line(duty.code(), evidence.size(), first.happenedAt(), first.actor());
    }

    /** Whatever is written in the log is documentation too. */
    private static boolean shows(LogEntry entry, Duty duty) {
        return entry.duty() == duty || duty == Duty.DOCUMENT;
    }
}
