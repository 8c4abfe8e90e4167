package no.tolv.letter;

import org.springframework.stereotype.Repository;

/** Mail that is to leave the building: a row in the case's transaction, sent after commit, never lost (design principle 7). */
@Repository
public class Outbox {

    /**
     * A mail that says there is something to do, never what or about whom.
     *
     * @param key unique: the same key is never put twice, and is the mail's Message-ID
     * @param caseNumber the case it serves; not shown in the mail
     * @param recipient staff id, or guardian id when {@code toGuardian}
     * @param template message template without placeholders for case content, for example {@code taskWaiting}
     * @param unit the unit whose language form is used
     */
    public record Mail(
            String key, String caseNumber, String recipient, boolean toGuardian, String template, String unit) {}

    /** Puts the mail in the outbox; a key that is there already is left alone. */
    public void put(Mail mail) {
        throw new UnsupportedOperationException();
    }
}
