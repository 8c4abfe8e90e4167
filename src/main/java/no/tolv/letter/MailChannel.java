package no.tolv.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;

/** The way mail leaves the building. */
interface MailChannel {

    /**
     * Opens the way for a round of mails.
     *
     * @throws MessagingException or IOException when the channel is out of order
     */
    Passage open() throws MessagingException, IOException;

    /** A way that is open. */
    interface Passage extends AutoCloseable {

        /**
         * Hands the message over; returning means that it is accepted.
         *
         * @param createdAt when the mail was put in the outbox
         * @throws Blocked when this recipient is refused for good
         * @throws Postponed when this mail is not taken now
         * @throws MessagingException or IOException when the channel is out of order for every mail
         */
        void send(MimeMessage message, Instant createdAt) throws Blocked, Postponed, MessagingException, IOException;

        @Override
        default void close() {}
    }
}
