package no.tolv.letter.undelivered;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which mails are stopped, and which of them somebody has been asked about. */
@Repository
class UndeliveredMails {

    private static final String STOPPED = " from outbox where status = 'blocked' and withdrawn_at is null"
            + " and case_number = ? and recipient = ? and to_guardian = ?";

    /** Why a mail was stopped, and which it is. */
    record Stopped(String code, String template) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    UndeliveredMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Stopped mail nobody has been asked about, each recipient once in each case, with ids to be. Whoever is shut out of
     * the case is rightly not told, and nobody has anything to mend; nor is a school asked about those who run Tolv, who
     * belong to no unit.
     */
    List<Undelivered> unasked() {
        return jdbc.sql("""
                        select o.case_number, o.recipient, o.to_guardian, min(o.unit) as unit from outbox o
                        where o.status = 'blocked' and o.withdrawn_at is null and o.block_code <> 'excluded'
                          and o.unit <> ''
                          and not exists (select 1 from undelivered_mail u
                              where u.open_key is not null and u.case_number = o.case_number
                                and u.recipient = o.recipient and u.to_guardian = o.to_guardian)
                        group by o.case_number, o.recipient, o.to_guardian
                        """)
                .query((row, number) -> read(row, UUID.randomUUID().toString()))
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another node has just asked */
    void open(Undelivered mail) {
        jdbc.sql("insert into undelivered_mail (id, case_number, recipient, to_guardian, unit, opened_at, open_key)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(mail.id(), mail.caseNumber(), mail.recipient(), mail.toGuardian(), mail.unit())
                .params(now(), mail.key())
                .update();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is none of that id */
    Undelivered get(String id) {
        return jdbc.sql("select * from undelivered_mail where id = ?")
                .param(id)
                .query((row, number) -> read(row, id))
                .single();
    }

    /** What is stopped now; nothing when it has got there since. */
    List<Stopped> stopped(Undelivered mail) {
        return jdbc.sql("select distinct block_code, template" + STOPPED + " order by 1, 2")
                .params(mail.caseNumber(), mail.recipient(), mail.toGuardian())
                .query((row, number) -> new Stopped(row.getString(1), row.getString(2)))
                .list();
    }

    /** What is stopped goes again, in the order it was put in. */
    void tryAgain(Undelivered mail) {
        change(mail, "status = 'waiting', due_at = ?");
    }

    /** What is stopped is never sent. */
    void withdraw(Undelivered mail) {
        change(mail, "withdrawn_code = 'told', withdrawn_at = ?");
    }

    private void change(Undelivered mail, String how) {
        jdbc.sql("update outbox set " + how + " where status = 'blocked' and withdrawn_at is null"
                        + " and case_number = ? and recipient = ? and to_guardian = ?")
                .params(now(), mail.caseNumber(), mail.recipient(), mail.toGuardian())
                .update();
        jdbc.sql("update undelivered_mail set open_key = null where id = ?")
                .param(mail.id())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Undelivered read(ResultSet row, String id) throws SQLException {
        return new Undelivered(
                id,
                row.getString("case_number"),
                row.getString("recipient"),
                row.getBoolean("to_guardian"),
                row.getString("unit"));
    }
}
