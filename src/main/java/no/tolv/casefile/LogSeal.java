package no.tolv.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the hash before and an entry's own content, every part with its length in front so that none can lend to the next. */
final class LogSeal {

    private final MessageDigest digest = sha256();

    private LogSeal() {}

    /** The entry with the hash it must carry after the given one. */
    static LogEntry on(LogEntry entry, String hashBefore) {
        return new LogEntry(
                entry.caseNumber(),
                entry.sequence(),
                entry.actor(),
                entry.role(),
                entry.writtenAt(),
                entry.happenedAt(),
                entry.duty(),
                entry.element(),
                entry.diagram(),
                entry.what(),
                entry.text(),
                entry.corrects(),
                new LogSeal().hash(entry, hashBefore));
    }

    private String hash(LogEntry entry, String hashBefore) {
        add(hashBefore);
        add(entry.caseNumber());
        add(entry.sequence());
        add(entry.actor());
        add(entry.role());
        add(entry.writtenAt());
        add(entry.happenedAt());
        add(entry.duty() == null ? null : entry.duty().code());
        add(entry.element());
        add(entry.diagram());
        add(entry.what());
        add(entry.text());
        add(entry.corrects());
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(Object part) {
        byte[] content = part == null ? new byte[0] : part.toString().getBytes(StandardCharsets.UTF_8);
        String length = part == null ? "-" : String.valueOf(content.length);
        digest.update((length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(content);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
