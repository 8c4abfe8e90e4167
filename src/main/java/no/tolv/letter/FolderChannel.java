package no.tolv.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes each mail as an {@code .eml} file; the name depends on the mail alone, so that a repeat replaces itself. */
class FolderChannel implements MailChannel {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private final Path folder;

    FolderChannel(Path folder) {
        this.folder = folder;
    }

    @Override
    public Passage open() throws IOException {
        Files.createDirectories(folder);
        return this::write;
    }

    private void write(MimeMessage message, Instant createdAt) throws MessagingException, IOException {
        Path unfinished = Files.createTempFile(folder, "mail", ".part");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            message.writeTo(out);
        }
        Path finished = folder.resolve(TIME.format(createdAt) + "-" + digest(message) + ".eml");
        Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String digest(MimeMessage message) throws MessagingException {
        return message.getMessageID().substring(1, 17);
    }
}
