package no.tolv.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How far the installation had come, kept outside its database: what a restore does not turn back. */
@Component
class MarkFile {

    private static final Logger LOG = LoggerFactory.getLogger(MarkFile.class);

    private final Path file;
    private boolean told;

    MarkFile(@Value("${tolv.installation-mark:./data/installation.mark}") Path file) {
        this.file = file.toAbsolutePath();
    }

    /** How far this installation had come when it was last here; zero when it has not been. */
    long beatOf(String mark) {
        try {
            String[] written = Files.readString(file).strip().split(" ");
            return written.length == 2 && written[0].equals(mark) ? Long.parseLong(written[1]) : 0;
        } catch (IOException | NumberFormatException notHere) {
            return 0;
        }
    }

    void write(String mark, long beat) {
        try {
            Files.createDirectories(file.getParent());
            Path unfinished = Files.createTempFile(file.getParent(), "mark", ".part");
            Files.writeString(unfinished, mark + " " + beat);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            warnOnce();
        }
    }

    private void warnOnce() {
        if (!told) {
            LOG.warn(
                    "Kan ikke skrive «{}». Blir en eldre database lagt tilbake, merkes det bare når den ligger et annet"
                            + " sted. Gi Tolv rett til å skrive der, eller sett tolv.installation-mark.",
                    file);
        }
        told = true;
    }
}
