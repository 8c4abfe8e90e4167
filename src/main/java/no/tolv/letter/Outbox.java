package no.tolv.letter;

import static java.util.stream.Collectors.toSet;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
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

    private final JdbcTemplate jdbc;
    private final MailTexts texts;
    private final Clock clock;

    Outbox(DataSource database, MailTexts texts, Clock clock) {
        this.jdbc = new JdbcTemplate(database);
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Puts the mails in the outbox; keys that are there already are left alone.
     *
     * @throws IllegalArgumentException when there is no such template
     */
    public void put(Collection<Mail> mails) {
        mails.forEach(mail -> texts.require(mail.template()));
        Set<String> there = mails.isEmpty() ? Set.of() : there(mails);
        List<Mail> fresh =
                mails.stream().filter(mail -> !there.contains(mail.key())).toList();
        letEarlierGoFirst(fresh);
        insert(fresh);
    }

    /** As {@link #put(Collection)}, a single one. */
    public void put(Mail mail) {
        put(List.of(mail));
    }

    /** What was stopped on its way to the same recipient in the case gets its turn again, before these. */
    private void letEarlierGoFirst(List<Mail> mails) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                "update outbox set due_at = ? where case_number = ? and recipient = ? and status = 'blocked'"
                        + " and due_at > ?",
                mails.stream()
                        .map(mail -> new Object[] {now, mail.caseNumber(), mail.recipient(), now})
                        .toList());
    }

    private Set<String> there(Collection<Mail> mails) {
        return new NamedParameterJdbcTemplate(jdbc)
                        .queryForList(
                                "select mail_key from outbox where mail_key in (:keys)",
                                Map.of("keys", mails.stream().map(Mail::key).toList()),
                                String.class)
                        .stream()
                        .collect(toSet());
    }

    private void insert(List<Mail> mails) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                "insert into outbox (mail_key, case_number, recipient, to_guardian, template, unit, created_at, due_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                mails.stream().map(mail -> row(mail, now)).toList());
    }

    private static Object[] row(Mail mail, Timestamp now) {
        return new Object[] {
            mail.key(), mail.caseNumber(), mail.recipient(), mail.toGuardian(), mail.template(), mail.unit(), now, now
        };
    }
}
