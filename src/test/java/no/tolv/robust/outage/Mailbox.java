package no.tolv.robust.outage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A mail server that is always up, and what has come to it. */
class Mailbox implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    Mailbox() {
        server.start();
    }

    GreenMail server() {
        return server;
    }

    /** What a node needs to know to send its mail here. */
    String[] settings() {
        return new String[] {
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + server.getSmtp().getPort()
        };
    }

    /** The Message-ID of each mail that has arrived, in order. */
    List<String> ids() throws MessagingException {
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        return ids;
    }

    /** Those that have arrived more than once. */
    Set<String> twice() throws MessagingException {
        return Checker.duplicates(ids());
    }

    @Override
    public void close() {
        server.stop();
    }
}
