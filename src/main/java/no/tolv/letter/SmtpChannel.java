package no.tolv.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends by SMTP, a whole round over one connection. */
class SmtpChannel implements MailChannel {

    private final JavaMailSenderImpl settings;

    SmtpChannel(JavaMailSenderImpl settings) {
        this.settings = settings;
    }

    @Override
    public Passage open() throws MessagingException {
        Session session = settings.getSession();
        Transport transport =
                settings.getProtocol() == null ? session.getTransport() : session.getTransport(settings.getProtocol());
        transport.connect(settings.getHost(), settings.getPort(), settings.getUsername(), settings.getPassword());
        return new SmtpPassage(transport);
    }
}
