package no.tolv.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The append-only log of a case: every entry carries the hash of the one before, the head is anchored in the case (INV-18). */
@Repository
public class CaseLog {

    /** What is to be written; the log adds sequence, server time and hash. */
    public record Draft(
            String caseNumber,
            String actor,
            String role,
            Instant happenedAt,
            Duty duty,
            String element,
            String diagram,
            String what,
            String text,
            Integer corrects) {

        /** Something the system itself did. */
        public static Draft bySystem(String caseNumber, Duty duty, String element, String diagram, String what) {
            return new Draft(caseNumber, "tolv", "system", null, duty, element, diagram, what, "", null);
        }
    }

    public LogEntry append(Draft draft) {
        throw new UnsupportedOperationException();
    }

    public List<LogEntry> entries(String caseNumber) {
        throw new UnsupportedOperationException();
    }

    /** The sequence number of the first entry that is not as it was written, or empty when the log is whole. */
    public Optional<Integer> firstBroken(String caseNumber) {
        throw new UnsupportedOperationException();
    }
}
