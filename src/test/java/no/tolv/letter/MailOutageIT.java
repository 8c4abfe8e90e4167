package no.tolv.letter;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Flere noder og én PostgreSQL, etter et døgn uten e-posttjener")
class MailOutageIT {

    private static final int MAILS = Integer.getInteger("tolv.outage.mails", 400);
    private static final List<String> STAFF = List.of("hagen-principal", "hagen-deputy-principal");

    @Test
    @DisplayName("sender hver e-post én gang, i rekkefølge for hver mottaker i saken")
    void eachOnce() throws Exception {
        int port = FreePort.find();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                LetterGround one = new LetterGround(
                        postgres.getPostgresDatabase(), "postgresql", Map.of("port", port), SmtpOn.class);
                LetterGround two = new LetterGround(one, Map.of("port", port), SmtpOn.class);
                LetterGround three = new LetterGround(one, Map.of("port", port), SmtpOn.class)) {
            Map<String, Integer> put = putMails(one);
            for (int hour = 0; hour < 24; hour++) {
                sendTogether(List.of(one, two, three));
                one.clock.forward(Duration.ofHours(1));
            }
            GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
            try {
                sendTogether(List.of(one, two, three));
                assertEachOnceInOrder(server.getReceivedMessages(), put);
            } finally {
                server.stop();
            }
        }
    }

    /** By Message-ID the order they were put in. */
    private static Map<String, Integer> putMails(LetterGround ground) {
        List<String> cases = IntStream.range(0, MAILS / 8)
                .mapToObj(i -> ground.openCase("hagen"))
                .toList();
        IntStream.range(0, MAILS)
                .mapToObj(i -> new Outbox.Mail(
                        "k" + i, cases.get(i % cases.size()), STAFF.get(i % 2), false, "taskWaiting", "hagen"))
                .forEach(ground.get(Outbox.class)::put);
        return IntStream.range(0, MAILS).boxed().collect(toMap(i -> MailComposer.messageId("k" + i), i -> i));
    }

    private static void sendTogether(List<LetterGround> nodes) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        try {
            List<Callable<Void>> sendings = new ArrayList<>();
            nodes.forEach(node -> sendings.add(() -> {
                node.get(OutboxSender.class).sendDue();
                return null;
            }));
            for (Future<Void> sending : threads.invokeAll(sendings)) {
                sending.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertEachOnceInOrder(MimeMessage[] received, Map<String, Integer> put) throws Exception {
        assertThat(received).hasSize(MAILS);
        Map<Integer, Integer> latest = new HashMap<>();
        for (MimeMessage mail : received) {
            Integer number = put.remove(mail.getMessageID());
            assertThat(number).as("known, and not seen before").isNotNull();
            Integer earlier = latest.put(number % (MAILS / 8), number);
            assertThat(earlier == null || earlier < number).as("overtaken").isTrue();
        }
        assertThat(put).isEmpty();
    }
}
