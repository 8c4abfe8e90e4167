package no.tolv.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which notices have been released, sent and confirmed. */
@Repository
class Notices {

    /**
     * A notice and what came of it.
     *
     * @param sentAt when it was sent, or null
     * @param receiptAt when the recipient confirmed it, or null
     * @param receiptBy staff id, or null
     */
    record Told(Notice notice, Instant createdAt, Instant sentAt, Instant receiptAt, String receiptBy) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False when the same recipient has been given the same notice before. */
    boolean add(Notice notice) {
        return !exists(notice) && insert(notice) == 1;
    }

    private boolean exists(Notice notice) {
        return jdbc.sql("select count(*) from notice where case_number = ? and round = ? and event = ?"
                                + " and occurrence = ? and recipient = ?")
                        .params(notice.caseNumber(), notice.round(), notice.event())
                        .params(notice.occurrence(), notice.recipient())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private int insert(Notice notice) {
        return jdbc.sql("insert into notice (id, case_number, round, event, occurrence, recipient, unit, content,"
                        + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(notice.id(), notice.caseNumber(), notice.round(), notice.event(), notice.occurrence())
                .params(notice.recipient(), notice.unit(), notice.content(), now())
                .update();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is no such notice */
    Notice get(String id) {
        return jdbc.sql("select * from notice where id = ?")
                .param(id)
                .query(Notices::read)
                .single();
    }

    /** A case's notices with what came of them, oldest first. */
    List<Told> of(String caseNumber) {
        return jdbc.sql("select * from notice where case_number = ? order by created_at, id")
                .param(caseNumber)
                .query((row, number) -> new Told(
                        read(row, number),
                        instant(row, "created_at"),
                        instant(row, "sent_at"),
                        instant(row, "receipt_at"),
                        row.getString("receipt_by")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    void sent(String id) {
        jdbc.sql("update notice set sent_at = ? where id = ? and sent_at is null")
                .params(now(), id)
                .update();
    }

    /** Keeps the first receipt; a later one changes nothing. */
    void confirm(String id, String staff) {
        jdbc.sql("update notice set receipt_at = ?, receipt_by = ? where id = ? and receipt_at is null")
                .params(now(), staff, id)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Notice read(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getString("id"),
                row.getString("case_number"),
                row.getInt("round"),
                row.getString("event"),
                row.getInt("occurrence"),
                row.getString("recipient"),
                row.getString("unit"),
                row.getString("content"));
    }
}
