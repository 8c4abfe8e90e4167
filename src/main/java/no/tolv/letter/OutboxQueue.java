package no.tolv.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox as its senders see it: what is due, who holds it, how it went. */
@Repository
class OutboxQueue {

    /** A mail whose turn it is. */
    record Due(Outbox.Mail mail, int attempts, Instant createdAt) {}

    private final JdbcClient jdbc;

    OutboxQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Mails that are due and held by nobody. To one recipient in one case only the oldest: a later mail waits while an
     * earlier one can still go, also one that was stopped and has its turn again. Fifty at a time, a number the database
     * plans with: it then reads the oldest by their index and not the whole queue.
     */
    List<Due> due(Instant now) {
        return jdbc.sql("""
                        select o.* from outbox o
                        where o.status in ('waiting', 'blocked') and o.withdrawn_at is null and o.due_at <= :now
                          and (o.claimed_until is null or o.claimed_until < :now)
                          and not exists (select 1 from outbox e
                              where (e.status = 'waiting' or e.status = 'blocked' and e.due_at <= :now)
                                and e.withdrawn_at is null and e.case_number = o.case_number
                                and e.recipient = o.recipient and e.queue_number < o.queue_number)
                        order by o.queue_number
                        fetch first 50 rows only
                        """)
                .param("now", Timestamp.from(now))
                .query((row, number) -> due(row))
                .list();
    }

    /** Takes a mail until the lease runs out; of several senders exactly one is told true. */
    boolean claim(String key, String holder, Instant now, Instant until) {
        return jdbc.sql("""
                                update outbox set claimed_by = :holder, claimed_until = :until
                                where mail_key = :key and status <> 'sent' and withdrawn_at is null and due_at <= :now
                                  and (claimed_until is null or claimed_until < :now)
                                """)
                        .param("holder", holder)
                        .param("until", Timestamp.from(until))
                        .param("key", key)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void sent(String key, String holder, Instant at) {
        settle(key, holder, "sent", null, at, Timestamp.from(at));
    }

    void retry(String key, String holder, Instant at) {
        settle(key, holder, "waiting", null, at, null);
    }

    void block(String key, String holder, String code, Instant recheckAt) {
        settle(key, holder, "blocked", code, recheckAt, null);
    }

    private void settle(String key, String holder, String status, String code, Instant dueAt, Timestamp sentAt) {
        jdbc.sql("update outbox set status = ?, block_code = ?, due_at = ?, sent_at = ?, attempts = attempts + 1,"
                        + " claimed_by = null, claimed_until = null where mail_key = ? and claimed_by = ?")
                .params(status, code, Timestamp.from(dueAt), sentAt, key, holder)
                .update();
    }

    int waiting() {
        return jdbc.sql("select count(*) from outbox where status = 'waiting' and withdrawn_at is null")
                .query(Integer.class)
                .single();
    }

    Optional<Instant> oldestWaiting() {
        return jdbc.sql("select created_at from outbox where status = 'waiting' and withdrawn_at is null"
                        + " order by created_at fetch first 1 rows only")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** How many mails are blocked, by code. */
    Map<String, Integer> blocked() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("select block_code, count(*) from outbox where status = 'blocked' and withdrawn_at is null"
                        + " group by block_code order by 1")
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    private static Due due(ResultSet row) throws SQLException {
        Outbox.Mail mail = new Outbox.Mail(
                row.getString("mail_key"),
                row.getString("case_number"),
                row.getString("recipient"),
                row.getBoolean("to_guardian"),
                row.getString("template"),
                row.getString("unit"));
        return new Due(
                mail, row.getInt("attempts"), row.getTimestamp("created_at").toInstant());
    }
}
