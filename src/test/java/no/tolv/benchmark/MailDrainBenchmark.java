package no.tolv.benchmark;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import no.tolv.letter.FreePort;
import no.tolv.letter.LetterGround;
import no.tolv.letter.Outbox;
import no.tolv.letter.OutboxSender;
import no.tolv.letter.SmtpOn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Hvor fort det som ventet på e-posttjeneren, går ut")
class MailDrainBenchmark {

    private static final int MAILS = 2000;
    private static final int ROUNDS = 3;

    @Test
    void drain() throws Exception {
        int port = FreePort.find();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                LetterGround ground = new LetterGround(
                        postgres.getPostgresDatabase(), "postgresql", Map.of("port", port), SmtpOn.class)) {
            GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
            long[] took = new long[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                put(ground, round);
                long begun = System.nanoTime();
                ground.get(OutboxSender.class).sendDue();
                took[round] = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            }
            System.out.printf(
                    "%d mails waiting, %d rounds, %d arrived: %s ms%n",
                    MAILS, ROUNDS, server.getReceivedMessages().length, Arrays.toString(took));
            server.stop();
        }
    }

    private static void put(LetterGround ground, int round) {
        for (int i = 0; i < MAILS; i++) {
            ground.get(Outbox.class)
                    .put(new Outbox.Mail(
                            round + ":" + i,
                            ground.openCase("hagen"),
                            "hagen-principal",
                            false,
                            "taskWaiting",
                            "hagen"));
        }
    }
}
