package no.tolv.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

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

    private final JdbcClient jdbc;
    private final Clock clock;
    private final HeldCases held;

    CaseLog(JdbcClient jdbc, Clock clock, HeldCases held) {
        this.jdbc = jdbc;
        this.held = held;
        this.clock = clock;
    }

    /**
     * Writes one entry after the last, while the case is held; a draft without {@code happenedAt} happened now.
     *
     * @throws UnknownCase when there is no such case
     */
    @Transactional
    public LogEntry append(Draft draft) {
        LogHead head = lockHead(draft.caseNumber());
        LogEntry entry = head.seal(draft, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        insert(entry);
        moveHead(entry);
        return entry;
    }

    public List<LogEntry> entries(String caseNumber) {
        return jdbc.sql("select * from log_entry where case_number = ? order by entry_sequence")
                .param(caseNumber)
                .query(CaseLog::read)
                .list();
    }

    /**
     * The sequence number of the first entry that is not as it was written, or empty when the log is whole.
     *
     * @throws UnknownCase when there is no such case
     */
    @Transactional
    public Optional<Integer> firstBroken(String caseNumber) {
        return lockHead(caseNumber).firstBroken(entries(caseNumber));
    }

    private LogHead lockHead(String caseNumber) {
        return held.takeHead(caseNumber).orElseThrow(() -> new UnknownCase(caseNumber));
    }

    private void moveHead(LogEntry entry) {
        jdbc.sql("update case_file set log_sequence = ?, log_hash = ? where case_number = ?")
                .params(entry.sequence(), entry.hash(), entry.caseNumber())
                .update();
        held.moved(new LogHead(entry.caseNumber(), entry.sequence(), entry.hash()));
    }

    private void insert(LogEntry entry) {
        jdbc.sql("""
                insert into log_entry (case_number, entry_sequence, actor, acting_role, written_at, happened_at, duty,
                  element, diagram, heading, told, corrects, entry_hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(entry.caseNumber(), entry.sequence(), entry.actor(), entry.role())
                .param(entry.writtenAt().atOffset(ZoneOffset.UTC))
                .param(entry.happenedAt().atOffset(ZoneOffset.UTC))
                .param(entry.duty() == null ? null : entry.duty().code())
                .params(entry.element(), entry.diagram(), entry.what(), entry.text(), entry.corrects(), entry.hash())
                .update();
    }

    private static LogEntry read(ResultSet row, int number) throws SQLException {
        String duty = row.getString("duty");
        return new LogEntry(
                row.getString("case_number"),
                row.getInt("entry_sequence"),
                row.getString("actor"),
                row.getString("acting_role"),
                Instants.read(row, "written_at"),
                Instants.read(row, "happened_at"),
                duty == null ? null : Duty.of(duty),
                row.getString("element"),
                row.getString("diagram"),
                row.getString("heading"),
                row.getString("told"),
                row.getObject("corrects", Integer.class),
                row.getString("entry_hash"));
    }
}
