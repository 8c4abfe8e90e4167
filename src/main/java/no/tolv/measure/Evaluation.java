package no.tolv.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What came of a plan, or of one measure of it.
 *
 * @param measure the measure, or null when the row is about the whole plan
 * @param pupilSafe what the pupil said of being safe and well; null for a measure
 * @param effect {@code effect}, {@code noEffect} or {@code tooEarly}; null for the whole plan
 * @param next {@code keep}, {@code replace} or {@code end}; null when nobody has decided
 */
public record Evaluation(
        String caseNumber,
        int planVersion,
        UUID measure,
        LocalDate evaluatedOn,
        String evaluatedBy,
        Instant recordedAt,
        Boolean pupilSafe,
        String effect,
        String next,
        String note) {

    /** True when the measure must give way to another in the next version (NIT-55). */
    public boolean mustBeReplaced() {
        return "noEffect".equals(effect) || "replace".equals(next);
    }

    /** True when the measure goes on into the next version. */
    public boolean keepsMeasure() {
        return !mustBeReplaced() && !"end".equals(next);
    }
}
