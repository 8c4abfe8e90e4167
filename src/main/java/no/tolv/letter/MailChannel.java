package no.tolv.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;

/** The way mail leaves the building. */
interface MailChannel {

    /**
     * Hands the message over; returning means that it is accepted.
     *
     * @param createdAt when the mail was put in the outbox
     * @throws Blocked when this recipient is refused for good
     * @throws MessagingException or IOException or a runtime exception when the channel is out of order
     */
    void send(MimeMessage message, Instant createdAt) throws Blocked, MessagingException, IOException;
}
