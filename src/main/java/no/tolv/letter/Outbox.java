package no.tolv.letter;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mail that is to leave the building: a row in the case's transaction, sent after commit, never lost (design principle 7). */
@Repository
public class Outbox {

    /**
     * A mail that says there is something to do, never what or about whom.
     *
     * @param key unique: the same key is never put twice, and is the mail's Message-ID
     * @param caseNumber the case it serves; not shown in the mail
     * @param recipient staff id, guardian id when {@code toGuardian}, or the address of one of the {@link Operators}
     * @param template message template without placeholders for case content, for example {@code taskWaiting}
     * @param unit the unit whose language form is used
     */
    public record Mail(
            String key, String caseNumber, String recipient, boolean toGuardian, String template, String unit) {}

    private final JdbcClient jdbc;
    private final MailTexts texts;
    private final Clock clock;

    Outbox(JdbcClient jdbc, MailTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Puts the mail in the outbox; a key that is there already is left alone.
     *
     * @throws IllegalArgumentException when there is no such template
     */
    public void put(Mail mail) {
        texts.require(mail.template());
        if (!has(mail.key())) {
            letEarlierGoFirst(mail);
            insert(mail);
        }
    }

    /** What was stopped on its way to the same recipient in the case gets its turn again, before this one. */
    private void letEarlierGoFirst(Mail mail) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("update outbox set due_at = ? where case_number = ? and recipient = ? and status = 'blocked'"
                        + " and due_at > ?")
                .params(now, mail.caseNumber(), mail.recipient(), now)
                .update();
    }

    private boolean has(String key) {
        return jdbc.sql("select count(*) from outbox where mail_key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void insert(Mail mail) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql(
                        "insert into outbox (mail_key, case_number, recipient, to_guardian, template, unit, created_at, due_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(mail.key(), mail.caseNumber(), mail.recipient(), mail.toGuardian())
                .params(mail.template(), mail.unit(), now, now)
                .update();
    }
}
