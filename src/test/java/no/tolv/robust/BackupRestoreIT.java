package no.tolv.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.tolv.letter.FreePort;
import no.tolv.scenario.Answers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("En gammel sikkerhetskopi legges tilbake")
class BackupRestoreIT {

    private static final String TEACHER = "midtstuen-contact-teacher";
    private static final String PRINCIPAL = "midtstuen-principal";

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    private Path folder;

    private TolvProcess process;
    private TolvHttp tolv;
    private String caseNumber;
    private String reportedMeanwhile;
    private LocalDate today;

    @AfterEach
    void close() throws InterruptedException {
        if (process != null) {
            process.kill();
        }
        mail.stop();
    }

    @Test
    @DisplayName("i en ny PostgreSQL-database: ingenting går før den slippes løs, og så går alt videre")
    void postgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            JdbcClient server = JdbcClient.create(postgres.getPostgresDatabase());
            server.sql("create database live").update();
            reportWithoutMail(on(postgres, "live"));
            server.sql("create database restored template live").update();
            goOn(on(postgres, "live"));

            start(on(postgres, "restored"));
            assertHeld("moved");
            release("send");
            await().atMost(Duration.ofSeconds(60)).until(() -> received() > 0);
            tolv.theTask(PRINCIPAL, reportedMeanwhile, "receiveReport");
            int before = received();
            tolv.advance("P3D");
            await().atMost(Duration.ofSeconds(60)).until(() -> received() > before);
        }
    }

    @Test
    @DisplayName("over fila til H2: det som ventet, kan bli liggende, og saken får vite det")
    void file() throws Exception {
        Path live = folder.resolve("data/tolv.mv.db");
        Path backup = folder.resolve("backup.mv.db");
        reportWithoutMail();
        Files.copy(live, backup);
        goOn();
        Files.copy(backup, live, StandardCopyOption.REPLACE_EXISTING);

        start();
        assertHeld("older");
        release("drop");
        tolv.theTask(PRINCIPAL, reportedMeanwhile, "receiveReport");
        isIntact();
        process.stop();
        JdbcClient database = TolvProcess.database(folder);
        assertThat(database.sql("select count(*) from outbox where withdrawn_code = 'restored' and status = 'waiting'")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(database.sql("select count(*) from log_entry where heading like '%blir ikke sendt%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private static String[] on(EmbeddedPostgres postgres, String database) {
        return new String[] {
            "--spring.profiles.active=postgres,demo",
            "--TOLV_DATABASE_URL=" + postgres.getJdbcUrl("postgres", database),
            "--TOLV_DATABASE_USER=postgres",
            "--TOLV_DATABASE_PASSWORD=postgres"
        };
    }

    private void start(String... settings) throws IOException {
        start(mail.getSmtp().getPort(), settings);
    }

    private void start(int mailPort, String... settings) throws IOException {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--spring.mail.host=127.0.0.1");
        all.add("--spring.mail.port=" + mailPort);
        all.add("--tolv.quarantine.interval=PT1S");
        process = TolvProcess.launch(folder, all.toArray(String[]::new));
        tolv = process.awaitUp();
    }

    /** The mail server is down: the mails of the case lie in the outbox when the backup is taken. */
    private void reportWithoutMail(String... settings) throws Exception {
        start(FreePort.find(), settings);
        today = OffsetDateTime.parse(tolv.advance("PT1S").path("now").asText()).toLocalDate();
        caseNumber = tolv.report(TEACHER, Answers.reportConcern("p-midtstuen-01", today));
        tolv.theTask(PRINCIPAL, caseNumber, "receiveReport");
        process.stop();
    }

    /** After the backup: the mail is sent, timers fire, and the case goes on. */
    private void goOn(String... settings) throws Exception {
        mail.start();
        start(settings);
        await().atMost(Duration.ofSeconds(60)).until(() -> received() > 0);
        int before = received();
        tolv.advance("P3D");
        await().atMost(Duration.ofSeconds(60)).until(() -> received() > before);
        process.stop();
        mail.purgeEmailFromAllMailboxes();
    }

    /** Somebody does a task and the clock is left alone: nothing goes of itself, longer than anything would take. */
    private void assertHeld(String reason) {
        assertThat(standing().path("held").asBoolean()).isTrue();
        assertThat(standing().path("reason").asText()).isEqualTo(reason);
        assertThat(standing().path("waitingMail").asInt()).isPositive();
        assertThat(standing().path("log").path("cases").asInt()).as("checked").isEqualTo(1);
        assertThat(standing().path("log").path("broken").asInt()).isZero();
        assertThat(tolv.get("admin", "/actuator/health").ok().text())
                .as("in service")
                .contains("UP");
        assertThat(tolv.get(PRINCIPAL, "/api/quarantine").status()).isEqualTo(403);
        assertThat(tolv.post("admin", "/api/clock", Map.of("advance", "P5D")).status())
                .isEqualTo(403);
        isIntact();
        String task = tolv.theTask(PRINCIPAL, caseNumber, "receiveReport");
        tolv.submit(PRINCIPAL, task, Answers.receiveReport()).ok();
        reportedMeanwhile = tolv.start(TEACHER, "activityDuty", Answers.reportConcern("p-midtstuen-02", today))
                .ok()
                .json()
                .path("businessKey")
                .asText();
        await().during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(30))
                .until(() -> received() == 0
                        && tolv.tasks(PRINCIPAL, reportedMeanwhile).isEmpty());
    }

    private void release(String waitingMail) {
        assertThat(tolv.post("admin", "/api/quarantine/release", Map.of("waitingMail", "kanskje"))
                        .status())
                .isEqualTo(422);
        assertThat(tolv.post("admin", "/api/quarantine/release", Map.of("waitingMail", waitingMail))
                        .ok()
                        .json()
                        .path("held")
                        .asBoolean())
                .isFalse();
        assertThat(tolv.post("admin", "/api/quarantine/release", Map.of("waitingMail", waitingMail))
                        .status())
                .isEqualTo(409);
    }

    private void isIntact() {
        assertThat(tolv.get(PRINCIPAL, "/api/cases/" + caseNumber + "/log/verification")
                        .ok()
                        .text())
                .isEqualTo("{\"intact\":true}");
    }

    private JsonNode standing() {
        return tolv.get("admin", "/api/quarantine").ok().json();
    }

    private int received() {
        return mail.getReceivedMessages().length;
    }
}
