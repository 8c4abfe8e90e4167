package no.tolv.casefile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a case's log ends, kept outside the log so that a removed tail shows.
 *
 * @param sequence the last entry's number, 0 when nothing is written yet
 * @param hash the last entry's hash, empty when nothing is written yet
 */
record LogHead(String caseNumber, int sequence, String hash) {

    /** The entry that follows this head. */
    LogEntry seal(CaseLog.Draft draft, Instant now) {
        Instant happenedAt = Objects.requireNonNullElse(draft.happenedAt(), now).truncatedTo(ChronoUnit.MILLIS);
        LogEntry unsealed = new LogEntry(
                caseNumber,
                sequence + 1,
                draft.actor(),
                draft.role(),
                now,
                happenedAt,
                draft.duty(),
                draft.element(),
                draft.diagram(),
                draft.what(),
                draft.text(),
                draft.corrects(),
                "");
        return LogSeal.on(unsealed, hash);
    }

    /** The first number where these entries part from what was written up to this head. */
    Optional<Integer> firstBroken(List<LogEntry> entries) {
        String before = "";
        int expected = 1;
        for (LogEntry entry : entries) {
            if (entry.sequence() != expected
                    || expected > sequence
                    || !LogSeal.on(entry, before).equals(entry)) {
                return Optional.of(expected);
            }
            before = entry.hash();
            expected++;
        }
        return endsHere(expected - 1, before) ? Optional.empty() : Optional.of(Math.min(expected, sequence));
    }

    private boolean endsHere(int lastSequence, String lastHash) {
        return lastSequence == sequence && lastHash.equals(hash);
    }
}
