package no.tolv.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** A connection to the mail server, and the judge of its answers: whose fault a refusal is. */
class SmtpPassage implements MailChannel.Passage {

    /** The server is closing (RFC 5321 §3.8), whatever it was asked. */
    private static final int CLOSING = 421;

    /** Policy, not the address (RFC 3463 §3.8): for example that the server does not relay for us. */
    private static final Pattern POLICY = Pattern.compile("\\d{3}[ -]\\d\\.7\\..*", Pattern.DOTALL);

    private final Transport transport;

    SmtpPassage(Transport transport) {
        this.transport = transport;
    }

    @Override
    public void send(MimeMessage message, Instant createdAt) throws Blocked, Postponed, MessagingException {
        try {
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException failure) {
            judge(failure);
            throw failure;
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            // Every mail of the round has been settled.
        }
    }

    /** Returns when it is neither the recipient nor the mail: a broken connection, a login, a sender nobody accepts. */
    private static void judge(MessagingException failure) throws Blocked, Postponed {
        for (Exception cause : chain(failure)) {
            if (cause instanceof SMTPAddressFailedException recipient && recipient.getReturnCode() != CLOSING) {
                if (recipient.getReturnCode() >= 500 && !isPolicy(recipient)) {
                    throw new Blocked("refused");
                }
                throw new Postponed(recipient);
            }
            if (cause instanceof SMTPSendFailedException refused && isOfThisMail(refused)) {
                throw new Postponed(refused);
            }
        }
    }

    private static boolean isPolicy(SMTPAddressFailedException recipient) {
        return POLICY.matcher(recipient.getMessage()).lookingAt();
    }

    /** What a server says to the content may be about this mail alone; what it says before is about us. */
    private static boolean isOfThisMail(SMTPSendFailedException refused) {
        boolean beforeContent = refused.getCommand().startsWith("MAIL");
        return !beforeContent && refused.getReturnCode() >= 400 && refused.getReturnCode() != CLOSING;
    }

    private static List<Exception> chain(MessagingException failure) {
        List<Exception> chain = new ArrayList<>();
        Exception next = failure;
        while (next != null) {
            chain.add(next);
            next = next instanceof MessagingException nested ? nested.getNextException() : null;
        }
        return chain;
    }
}
