package no.tolv.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.tolv.casefile.Exclusions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

@DisplayName("E-post over SMTP")
class OutboxSmtpTest {

    private GreenMail server;
    private LetterGround ground;
    private int port;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ground = new LetterGround(Map.of("port", port), SmtpOn.class);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
        ground.close();
    }

    @Test
    @DisplayName("kommer fram uten navn, klasse eller skole, med fast Message-ID")
    void arrives() throws Exception {
        serve();
        put("k1", "hagen-principal", false, "taskWaiting", "hagen");
        send();
        MimeMessage mail = received().get(0);
        assertThat(mail.getAllRecipients()[0]).hasToString("hagen-principal@skole.invalid");
        assertThat(mail.getSubject()).isEqualTo("Du har en oppgave i Tolv");
        assertThat(mail.getMessageID()).isEqualTo("<" + Sha256.hex("k1") + "@tolv>");
        assertThat(mail.getContent().toString())
                .contains("http://localhost:8080", "venter på deg")
                .doesNotContain("Ekorn", "7B", "Hageskolen", "Alke", "HAGEN-2026");
    }

    @Test
    @DisplayName("er på nynorsk når enheten skriver nynorsk")
    void nynorsk() throws Exception {
        serve();
        put("k1", "aune-principal", false, "taskWaiting", "aune");
        send();
        assertThat(received().get(0).getSubject()).isEqualTo("Du har ei oppgåve i Tolv");
        assertThat(received().get(0).getContentLanguage()).containsExactly("nn");
    }

    @Test
    @DisplayName("venter mens tjeneren er nede, slår alarm etter en time, og kommer fram én gang når den er oppe igjen")
    void serverDown() {
        String caseNumber = ground.openCase("hagen");
        IntStream.range(0, 20)
                .forEach(i -> ground.get(Outbox.class)
                        .put(new Outbox.Mail("k" + i, caseNumber, "hagen-principal", false, "taskWaiting", "hagen")));
        for (int quarter = 0; quarter < 8; quarter++) {
            send();
            ground.clock.forward(Duration.ofMinutes(15));
        }
        assertThat(health().getStatus()).isEqualTo(MailHealthIndicator.ALARM);
        assertThat(health().getDetails()).containsEntry("waiting", 20);
        serve();
        send();
        send();
        assertThat(received().stream().map(OutboxSmtpTest::id))
                .containsExactlyElementsOf(IntStream.range(0, 20)
                        .mapToObj(i -> MailComposer.messageId("k" + i))
                        .toList());
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    @DisplayName("går bare til foresatte med foreldreansvar og åpen adresse, og bare i elevens egen sak")
    void guardians() {
        serve();
        put("a", "g1", true, "planToGuardians", "hagen");
        put("b", "g2", true, "planToGuardians", "hagen");
        put("c", "g3", true, "planToGuardians", "hagen");
        put("d", "g9", true, "planToGuardians", "hagen");
        send();
        assertThat(received()).hasSize(1);
        assertThat(blocked())
                .containsOnly(
                        Map.entry("noParentalResponsibility", 1),
                        Map.entry("protectedAddress", 1),
                        Map.entry("unknown", 1));
        assertThat(health().getStatus()).isEqualTo(MailHealthIndicator.ALARM);
    }

    @Test
    @DisplayName("går ikke til den som er stengt ute, har sluttet eller ikke arbeider der")
    void staffWhoMustNotKnow() {
        serve();
        String caseNumber = ground.openCase("hagen");
        ground.get(Exclusions.class).add(caseNumber, "hagen-principal", "suspected");
        change("update staff set active = false where id = 'hagen-deputy-principal'");
        for (String staff : List.of("hagen-principal", "hagen-deputy-principal", "aune-principal")) {
            ground.get(Outbox.class).put(new Outbox.Mail(staff, caseNumber, staff, false, "taskWaiting", "hagen"));
        }
        send();
        assertThat(received()).isEmpty();
        assertThat(blocked()).containsOnlyKeys("excluded", "inactive", "noRole");
    }

    @Test
    @DisplayName("uten adresse blir stanset, og går dagen etter at adressen er på plass")
    void addressMended() {
        serve();
        change("update staff set email = '' where id = 'hagen-principal'");
        put("k1", "hagen-principal", false, "taskWaiting", "hagen");
        send();
        assertThat(blocked()).containsOnlyKeys("noAddress");
        change("update staff set email = 'ny@skole.invalid' where id = 'hagen-principal'");
        ground.clock.forward(Duration.ofDays(1));
        send();
        assertThat(received()).hasSize(1);
        assertThat(blocked()).isEmpty();
    }

    @Test
    @DisplayName("til en mottaker tjeneren avviser med 550, blir stanset og synlig")
    void refused() throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 5, InetAddress.getByName("127.0.0.1"))) {
            new Thread(() -> answer(socket, "550 finnes ikke")).start();
            put("k1", "hagen-principal", false, "taskWaiting", "hagen");
            send();
        }
        assertThat(blocked()).containsOnlyKeys("refused");
    }

    @Test
    @DisplayName("til en mottaker tjeneren ber vente med 450, blir prøvd igjen")
    void postponed() throws IOException {
        put("k1", "hagen-principal", false, "taskWaiting", "hagen");
        try (ServerSocket socket = new ServerSocket(port, 5, InetAddress.getByName("127.0.0.1"))) {
            new Thread(() -> answer(socket, "450 senere")).start();
            send();
        }
        serve();
        ground.clock.forward(Duration.ofMinutes(1));
        send();
        assertThat(received()).hasSize(1);
    }

    private static void answer(ServerSocket socket, String toRecipient) {
        try (Socket client = socket.accept();
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream()))) {
            say(client, "220 her");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(client, line.startsWith("RCPT") ? toRecipient : "250 ok");
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void serve() {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    private void put(String key, String recipient, boolean guardian, String template, String unit) {
        ground.get(Outbox.class).put(new Outbox.Mail(key, ground.openCase(unit), recipient, guardian, template, unit));
    }

    private void change(String sql) {
        ground.jdbc().sql(sql).update();
    }

    private void send() {
        ground.get(OutboxSender.class).sendDue();
    }

    private List<MimeMessage> received() {
        return Arrays.asList(server.getReceivedMessages());
    }

    private Map<String, Integer> blocked() {
        return ground.get(OutboxQueue.class).blocked();
    }

    private Health health() {
        return ground.get(MailHealthIndicator.class).health();
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
