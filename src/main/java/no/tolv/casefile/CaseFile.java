package no.tolv.casefile;

import java.time.Instant;

/**
 * One pupil's case.
 *
 * @param unit the unit whose tenant the case lives in: the school, or the owner when a leader is suspected
 * @param pupil pupil id, or null until the receiver of a report without a login has found the pupil
 * @param raisedWithPrincipalAt set once, by the server (§ 12-6)
 * @param wallAt the end of five working days after it (INV-14)
 * @param round 1 at first, one more each time the case is re-opened
 */
public record CaseFile(
        String caseNumber,
        String unit,
        String pupil,
        Instant openedAt,
        Instant raisedWithPrincipalAt,
        Instant wallAt,
        int round,
        Status status) {

    /** Whether somebody still owes the pupil something in it: neither closed nor a duplicate. */
    public boolean isOpen() {
        return status != Status.CLOSED && status != Status.DUPLICATE;
    }

    /** Where the case stands, in words a case list can show. */
    public enum Status {
        RECEIVED,
        INVESTIGATED,
        PLANNED,
        WATCHED,
        CLOSED,
        DUPLICATE
    }
}
