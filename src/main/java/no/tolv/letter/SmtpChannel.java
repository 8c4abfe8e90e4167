package no.tolv.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends by SMTP. A recipient the server refuses with 5xx is refused for good; everything else is an outage. */
class SmtpChannel implements MailChannel {

    private final JavaMailSender sender;

    SmtpChannel(JavaMailSender sender) {
        this.sender = sender;
        if (sender instanceof JavaMailSenderImpl impl) {
            limitWaiting(impl.getJavaMailProperties());
        }
    }

    @Override
    public void send(MimeMessage message, Instant createdAt) throws Blocked {
        try {
            sender.send(message);
        } catch (MailSendException failure) {
            if (isRecipientRefused(failure)) {
                throw new Blocked("refused");
            }
            throw failure;
        }
    }

    /** Jakarta Mail waits for ever unless told otherwise, and a hanging server would hold the whole outbox. */
    private static void limitWaiting(Properties properties) {
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.putIfAbsent("mail.smtp." + wait, "15000");
        }
    }

    private static boolean isRecipientRefused(MailSendException failure) {
        for (Exception exception : failure.getMessageExceptions()) {
            for (Exception cause = exception;
                    cause instanceof MessagingException nested;
                    cause = nested.getNextException()) {
                if (cause instanceof SMTPAddressFailedException refused && refused.getReturnCode() >= 500) {
                    return true;
                }
            }
        }
        return false;
    }
}
