package no.tolv.casefile;

import java.time.Instant;
import java.util.Map;

/**
 * What somebody answered when a task was completed.
 *
 * @param form form id, the same as the task's name in the diagram
 * @param answers the form's fields: text, numbers, booleans, ISO dates, lists and lists of maps
 * @param dueAt when the task was due, or null when it had no deadline
 */
public record TaskRecord(
        String caseNumber,
        int round,
        String form,
        String task,
        String actor,
        Instant recordedAt,
        Map<String, Object> answers,
        Instant dueAt) {

    /** Whether the task had a deadline and was done after it. */
    public boolean isLate() {
        return dueAt != null && recordedAt.isAfter(dueAt);
    }
}
