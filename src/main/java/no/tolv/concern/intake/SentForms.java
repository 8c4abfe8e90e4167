package no.tolv.concern.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Forms that have been sent: each makes one case however often it is sent, and its receipt code is shown once.
 *
 * <p>A form carries a random key. Its hash is the ticket the browser is sent on with; the code is made of the ticket and a
 * salt that only the database knows and soon forgets. So neither a browser's history nor the database alone holds a code.
 */
@Repository
public class SentForms {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final Duration SHOWN_AGAIN = Duration.ofMinutes(2);

    /** This very form has made its case already. */
    public static class AlreadySent extends RuntimeException {

        public AlreadySent() {
            super("Skjemaet er sendt før.");
        }
    }

    /**
     * A form as it is sent.
     *
     * @param key what it was given when it was shown
     * @param content all that is filled in
     */
    public record Form(String key, String content) {

        /** What the browser of the one who sent it is sent on with. */
        public String ticket() {
            return Secrets.hash("vis:" + key);
        }

        private String hash() {
            return SentForms.hash(ticket());
        }

        private String contentHash() {
            return Secrets.hash(key + content);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    SentForms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The key of a form that is shown. */
    public static String newKey() {
        return Secrets.random();
    }

    public boolean isSent(Form form) {
        return jdbc.sql("select count(*) from report_sent where form_hash = ?")
                        .param(form.hash())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Writes down that a form is sent, in the transaction that makes its case.
     *
     * @return the receipt code it gets
     * @throws AlreadySent when it has been; the transaction is of no more use then
     */
    public String send(Form form) {
        String salt = Secrets.random();
        try {
            jdbc.sql(
                            "insert into report_sent (form_hash, content_hash, salt, sent_at, shown) values (?, ?, ?, ?, false)")
                    .params(form.hash(), form.contentHash(), salt, now())
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new AlreadySent();
        }
        return code(form.ticket(), salt);
    }

    /** The code, to the first who asks with the ticket in time. */
    public Optional<String> show(String ticket) {
        forget();
        int shown = jdbc.sql("update report_sent set shown = true where form_hash = ? and not shown and sent_at > ?")
                .params(hash(ticket), now().minus(REMEMBERED))
                .update();
        return shown == 0 ? Optional.empty() : salt(ticket).map(salt -> code(ticket, salt));
    }

    /**
     * A double click throws away the answer to the first: whoever sends the very same once more may see its code once more.
     * What a browser sends when somebody goes back, is an earlier attempt, and shows nothing.
     */
    public void showAgain(Form form) {
        jdbc.sql("update report_sent set shown = false where form_hash = ? and content_hash = ? and sent_at > ?")
                .params(form.hash(), form.contentHash(), now().minus(SHOWN_AGAIN))
                .update();
    }

    private Optional<String> salt(String ticket) {
        return jdbc.sql("select salt from report_sent where form_hash = ? and salt is not null")
                .param(hash(ticket))
                .query(String.class)
                .optional();
    }

    private void forget() {
        jdbc.sql("update report_sent set salt = null where salt is not null and sent_at < ?")
                .param(now().minus(REMEMBERED))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String hash(String ticket) {
        return Secrets.hash(ticket);
    }

    private static String code(String ticket, String salt) {
        return Receipts.grouped(Secrets.hash(salt + ticket));
    }
}
