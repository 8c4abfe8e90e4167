package no.tolv.concern;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes that show that somebody without a login has reported; 128 random bits, of which we keep the hash alone. */
@Repository
class Receipts {

    private static final int BYTES = 16;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Receipts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new code for the case, in groups of four; nobody can be told it again. */
    String issue(String caseNumber) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String code = HexFormat.of().formatHex(secret).replaceAll("(.{4})(?!$)", "$1-");
        jdbc.sql("insert into report_receipt (code_hash, case_number, issued_at) values (?, ?, ?)")
                .params(hash(code), caseNumber, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return code;
    }

    /** What is kept of a code, however its groups are written. */
    static String hash(String code) {
        try {
            byte[] bare = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bare));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
