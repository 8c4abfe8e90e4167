package no.tolv.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Når e-posttjeneren ikke virker")
class MailOutageTest {

    private static ScriptedSmtp server;
    private static LetterGround ground;
    private String caseNumber;

    @BeforeAll
    static void start() throws IOException {
        int port = FreePort.find();
        server = new ScriptedSmtp(port);
        ground = new LetterGround(Map.of("port", port), SmtpOn.class);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        ground.close();
    }

    @BeforeEach
    void nothingWaits() {
        ground.jdbc().sql("delete from outbox").update();
        ground.clock.forward(Duration.ofMinutes(15));
        server.forget();
        caseNumber = ground.openCase("hagen");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            CONNECT | 421 stengt
            CONNECT | 554 ikke nå
            CONNECT | reset
            CONNECT | hang
            EHLO    | hang
            MAIL    | 451 senere
            MAIL    | 550 ukjent avsender
            MAIL    | 530 5.7.0 logg inn først
            MAIL    | reset
            RCPT    | 450 4.2.0 grålistet
            RCPT    | 452 for mange
            RCPT    | 554 5.7.1 sender ikke videre
            RCPT    | 421 stenger
            RCPT    | hang
            DATA    | 452 fullt
            DATA    | reset
            .       | 451 prøv igjen
            .       | 554 5.6.0 innholdet
            .       | 421 stenger
            .       | reset
            """)
    @DisplayName("går ingenting tapt, ingen adresse får skylden, og alt kommer fram i rekkefølge")
    void comesBack(String command, String reply) {
        put(3);
        server.answer(command, reply);
        send();
        ground.clock.forward(Duration.ofMinutes(1));
        send();
        assertThat(ground.get(OutboxQueue.class).waiting()).isEqualTo(3);
        List<String> during = List.copyOf(server.accepted());

        server.behave();
        ground.clock.forward(Duration.ofMinutes(15));
        send();
        ground.clock.forward(Duration.ofDays(1));
        send();
        List<String> after =
                server.accepted().subList(during.size(), server.accepted().size());
        assertThat(after).containsExactlyElementsOf(ids(3));
        assertThat(during).as("given away without a receipt").isSubsetOf(ids(3));
        assertThat(ground.get(OutboxQueue.class).blocked()).isEmpty();
    }

    @Test
    @DisplayName("koster en tjener som henger, én ventetid og ikke én for hver e-post")
    void hangs() {
        putToEverybody(50);
        server.answer("RCPT", ScriptedSmtp.HANG);
        send();
        send();
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    @DisplayName("et helt døgn, blir den spurt sjelden, og alt går ut over én forbindelse når den er tilbake")
    void aDay() {
        putToEverybody(500);
        server.answer("CONNECT", ScriptedSmtp.RESET);
        for (int minute = 0; minute < 24 * 60; minute++) {
            send();
            ground.clock.forward(Duration.ofMinutes(1));
        }
        assertThat(server.connections()).isBetween(24 * 12, 24 * 12 + 10);
        assertThat(attempts()).isZero();

        server.behave();
        int before = server.connections();
        ground.clock.forward(Duration.ofMinutes(5));
        send();
        assertThat(server.connections()).isEqualTo(before + 1);
        assertThat(server.accepted()).hasSize(500).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("midt i en bunke, går resten når den er tilbake, og ingenting to ganger")
    void closesInTheMiddle() {
        putToEverybody(30);
        server.answer("RCPT TO:<aune-principal@skole.invalid>", "421 stenger");
        ground.get(Outbox.class)
                .put(new Outbox.Mail("k", ground.openCase("aune"), "aune-principal", false, "taskWaiting", "aune"));
        putToEverybody(30);
        send();
        assertThat(server.accepted()).hasSize(30);
        server.behave();
        ground.clock.forward(Duration.ofMinutes(5));
        send();
        assertThat(server.accepted()).hasSize(61).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("med en adresse den avviser, går e-posten til de andre i saken likevel")
    void badAddressHoldsNobodyUp() {
        server.answer("RCPT TO:<hagen-principal@skole.invalid>", "550 5.1.1 finnes ikke");
        put(2);
        putTo("annen", "hagen-deputy-principal");
        send();
        assertThat(server.accepted()).containsExactly(MailComposer.messageId("annen"));
        assertThat(ground.get(OutboxQueue.class).blocked()).containsOnly(Map.entry("refused", 2));
    }

    @Test
    @DisplayName("går en senere e-post til samme mottaker i saken aldri forbi en som kan gå")
    void nothingOvertakes() {
        server.answer("RCPT", "550 5.1.1 finnes ikke");
        putTo("k0", "hagen-principal");
        send();
        ground.clock.forward(Duration.ofHours(1));
        server.behave();
        putTo("k1", "hagen-principal");
        send();
        assertThat(server.accepted()).containsExactlyElementsOf(ids(2));
    }

    private void put(int mails) {
        IntStream.range(0, mails).forEach(i -> putTo("k" + i, "hagen-principal"));
    }

    private void putTo(String key, String recipient) {
        ground.get(Outbox.class).put(new Outbox.Mail(key, caseNumber, recipient, false, "taskWaiting", "hagen"));
    }

    private void putToEverybody(int mails) {
        List<String> staff = List.of("hagen-principal", "hagen-deputy-principal", "hagen-contact-teacher");
        for (int i = 0; i < mails; i++) {
            caseNumber = ground.openCase("hagen");
            putTo(caseNumber, staff.get(i % staff.size()));
        }
    }

    private static List<String> ids(int mails) {
        return IntStream.range(0, mails)
                .mapToObj(i -> MailComposer.messageId("k" + i))
                .toList();
    }

    private int attempts() {
        return ground.jdbc()
                .sql("select sum(attempts) from outbox")
                .query(Integer.class)
                .single();
    }

    private void send() {
        ground.get(OutboxSender.class).sendDue();
    }
}
