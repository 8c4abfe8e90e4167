package no.tolv.scenario;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import no.tolv.letter.OutboxSender;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;

/** The mail that has left the building, as it lies in the outbox folder. */
@TestComponent
class SentMail {

    private final OutboxSender sender;
    private final Path folder;

    SentMail(OutboxSender sender, @Value("${tolv.outbox.folder}") Path folder) {
        this.sender = sender;
        this.folder = folder;
    }

    /** Subject and body of every mail to somebody, by staff id. */
    List<String> to(String person) {
        sender.sendDue();
        return files().map(SentMail::read)
                .filter(mail -> isTo(mail, person + "@"))
                .map(SentMail::text)
                .toList();
    }

    void forget() {
        sender.sendDue();
        files().forEach(file -> file.toFile().delete());
    }

    private Stream<Path> files() {
        try {
            return Files.exists(folder) ? Files.list(folder).toList().stream() : Stream.of();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static boolean isTo(MimeMessage mail, String start) {
        try {
            return Arrays.stream(mail.getRecipients(RecipientType.TO))
                    .anyMatch(address -> address.toString().contains(start));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getSubject() + "\n" + mail.getContent();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
