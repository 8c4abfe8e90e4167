package no.tolv.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.tolv.casefile.TaskRecords;
import no.tolv.engine.Hold;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("E-post til mappe")
class OutboxFolderTest {

    @TempDir
    Path folder;

    private LetterGround ground;

    @BeforeEach
    void start() {
        ground = new LetterGround(Map.of("tolv.outbox.folder", folder.toString()));
    }

    @AfterEach
    void stop() {
        ground.close();
    }

    @Test
    @DisplayName("blir skrevet som ekte .eml, og samme nøkkel bare én gang")
    void once() throws Exception {
        Outbox.Mail mail = mail("k1", ground.openCase("hagen"));
        ground.get(Outbox.class).put(mail);
        ground.get(Outbox.class).put(mail);
        send();
        ground.get(Outbox.class).put(mail);
        send();
        assertThat(files()).hasSize(1);
        assertThat(read(files().get(0)).getSubject()).isEqualTo("Du har en oppgave i Tolv");
    }

    @Test
    @DisplayName("forsvinner med transaksjonen den hører til")
    void rolledBack() throws Exception {
        String caseNumber = ground.openCase("hagen");
        new TransactionTemplate(ground.get(DataSourceTransactionManager.class)).executeWithoutResult(status -> {
            ground.get(Outbox.class).put(mail("k1", caseNumber));
            status.setRollbackOnly();
        });
        send();
        assertThat(files()).isEmpty();
    }

    @Test
    @DisplayName("blir tatt av én av to noder")
    void twoSenders() throws Exception {
        String caseNumber = ground.openCase("hagen");
        for (int i = 0; i < 200; i++) {
            ground.get(Outbox.class).put(mail("k" + i, caseNumber));
        }
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try (LetterGround other = new LetterGround(ground, Map.of("tolv.outbox.folder", folder + "/other"))) {
            Future<?> one = nodes.submit(() -> send());
            Future<?> two = nodes.submit(() -> other.get(OutboxSender.class).sendDue());
            one.get();
            two.get();
        } finally {
            nodes.shutdownNow();
        }
        send();
        assertThat(files()).hasSize(200);
        assertThat(ground.jdbc()
                        .sql("select max(attempts) from outbox")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("blir tatt over når noden som holdt den, er borte")
    void leaseRunsOut() throws Exception {
        ground.get(Outbox.class).put(mail("k1", ground.openCase("hagen")));
        OutboxQueue queue = ground.get(OutboxQueue.class);
        assertThat(queue.claim(
                        "k1",
                        "borte",
                        ground.clock.instant(),
                        ground.clock.instant().plusSeconds(300)))
                .isTrue();
        send();
        assertThat(files()).isEmpty();
        ground.clock.forward(Duration.ofMinutes(6));
        send();
        assertThat(files()).hasSize(1);
    }

    @Test
    @DisplayName("til skoleeier har bare saksnummeret i arkivet, og går ikke uten det")
    void archiveNumber() throws Exception {
        String caseNumber = ground.openCase("hagen");
        putArchiveNumberMail("a", caseNumber);
        send();
        assertThat(ground.get(OutboxQueue.class).blocked()).containsOnlyKeys("noArchiveNumber");
        writeArchiveNumber(caseNumber, "26/01234");
        putArchiveNumberMail("b", caseNumber);
        send();
        assertThat(read(files().get(0)).getContent().toString().strip()).isEqualTo("26/01234");
    }

    @Test
    @DisplayName("med et navn i feltet for arkivnummer blir stanset")
    void archiveNumberWithName() {
        String caseNumber = ground.openCase("hagen");
        writeArchiveNumber(caseNumber, "Ekorn 7B");
        putArchiveNumberMail("a", caseNumber);
        send();
        assertThat(ground.get(OutboxQueue.class).blocked()).containsOnlyKeys("noArchiveNumber");
    }

    @Test
    @DisplayName("har ingen andre plassholdere enn adressen og arkivnummeret, og like maler på bokmål og nynorsk")
    void placeholders() throws Exception {
        Properties bokmal = texts("nb");
        Properties nynorsk = texts("nn");
        assertThat(bokmal.stringPropertyNames()).isEqualTo(nynorsk.stringPropertyNames());
        assertThat(Stream.concat(bokmal.values().stream(), nynorsk.values().stream())
                        .flatMap(text -> Pattern.compile("[{$%].*?[}\\s]")
                                .matcher((String) text)
                                .results())
                        .map(MatchResult::group))
                .containsOnly("{url}", "{archiveNumber}");
    }

    @Test
    @DisplayName("med en mal som ikke finnes, blir ikke lagt i utboksen")
    void unknownTemplate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ground.get(Outbox.class)
                        .put(new Outbox.Mail("a", "X-2026-0001", "hagen-principal", false, "alt", "hagen")));
    }

    @Test
    @DisplayName("blir liggende så lenge noe holder den tilbake")
    void held() throws Exception {
        try (LetterGround held = new LetterGround(Map.of("tolv.outbox.folder", folder.toString()), AlwaysHeld.class)) {
            held.get(Outbox.class).put(mail("k1", held.openCase("hagen")));
            held.get(OutboxSender.class).sendDue();
        }
        assertThat(files()).isEmpty();
    }

    static class AlwaysHeld implements Hold {

        @Override
        public boolean holds() {
            return true;
        }
    }

    private void putArchiveNumberMail(String key, String caseNumber) {
        ground.get(Outbox.class)
                .put(new Outbox.Mail(key, caseNumber, "nittedal-owner", false, "archiveNumberOnly", "nittedal"));
    }

    private void writeArchiveNumber(String caseNumber, String number) {
        ground.get(TaskRecords.class)
                .add(caseNumber, "writePlan", "t1", "hagen-principal", Map.of("archiveNumber", number));
    }

    private static Outbox.Mail mail(String key, String caseNumber) {
        return new Outbox.Mail(key, caseNumber, "hagen-principal", false, "taskWaiting", "hagen");
    }

    private void send() {
        ground.get(OutboxSender.class).sendDue();
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static MimeMessage read(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }

    private static Properties texts(String language) throws Exception {
        Properties texts = new Properties();
        texts.load(new ClassPathResource("letters/" + language + "/mail.properties").getInputStream());
        return texts;
    }
}
