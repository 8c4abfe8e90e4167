package no.tolv.access;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import no.tolv.casefile.Duty;
import no.tolv.casefile.LogEntry;
import no.tolv.casefile.People;
import no.tolv.casefile.Person;
import no.tolv.casefile.TaskRecord;
import no.tolv.engine.form.CaseTasks.CaseTask;

/** What shows that each duty of § 12-4 was done, and in time: what Statsforvalteren asks for. */
record DutyLedger(List<LogEntry> log, List<TaskRecord> records, List<CaseTask> open, People people, Instant now) {

    /**
     * One duty's evidence.
     *
     * @param evidence how many log entries show it
     * @param entries their numbers in the log
     * @param firstAt when it was first done, or null when nothing shows it yet
     * @param by who did it first, or null
     * @param late whether a task that serves it was done after its deadline, or is past it
     */
    record Line(
            String duty,
            int evidence,
            List<Integer> entries,
            Instant firstAt,
            Person by,
            boolean late,
            List<Deadline> deadlines) {}

    /**
     * One task's deadline.
     *
     * @param task form id
     * @param doneAt null while it waits
     */
    record Deadline(String task, Instant dueAt, Instant doneAt, boolean late) {}

    /** One line for each duty, in the order of the law. */
    List<Line> lines() {
        Map<String, Duty> duties = log.stream()
                .filter(entry -> entry.duty() != null && entry.element() != null)
                .filter(entry -> entry.element().startsWith("userTask_"))
                .collect(toMap(
                        entry -> entry.element().substring("userTask_".length()),
                        LogEntry::duty,
                        (first, last) -> last));
        return Arrays.stream(Duty.values()).map(duty -> line(duty, duties)).toList();
    }

    private Line line(Duty duty, Map<String, Duty> duties) {
        List<LogEntry> evidence =
                log.stream().filter(entry -> shows(entry, duty)).toList();
        LogEntry first = evidence.isEmpty() ? null : evidence.get(0);
        List<Deadline> deadlines = deadlines(duty, duties);
        return new Line(
                duty.code(),
                evidence.size(),
                evidence.stream().map(LogEntry::sequence).toList(),
                first == null ? null : first.happenedAt(),
                first == null ? null : people.staff(first.actor()),
                deadlines.stream().anyMatch(Deadline::late),
                deadlines);
    }

    /** Whatever is written in the log is documentation too. */
    private static boolean shows(LogEntry entry, Duty duty) {
        return entry.duty() == duty || duty == Duty.DOCUMENT;
    }

    private List<Deadline> deadlines(Duty duty, Map<String, Duty> duties) {
        Stream<Deadline> done = records.stream()
                .filter(record -> record.dueAt() != null && duties.get(record.form()) == duty)
                .map(record -> new Deadline(record.form(), record.dueAt(), record.recordedAt(), record.isLate()));
        Stream<Deadline> waiting = open.stream()
                .filter(task -> task.duty() == duty && Objects.nonNull(task.dueAt()))
                .map(task -> new Deadline(task.name(), task.dueAt(), null, now.isAfter(task.dueAt())));
        return Stream.concat(done, waiting).toList();
    }
}
