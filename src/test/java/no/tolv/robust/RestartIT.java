package no.tolv.robust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import no.tolv.deadline.SchoolDays;
import no.tolv.deadline.WorkingDays;
import no.tolv.organisation.Unit;
import no.tolv.robust.TolvHttp.Reply;
import no.tolv.scenario.Answers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Strømmen går midt i arbeidet")
class RestartIT {

    private static final String TEACHER = "midtstuen-contact-teacher";
    private static final String PRINCIPAL = "midtstuen-principal";
    private static final String COUNSELLOR = "midtstuen-counsellor";
    private static final int REPORTERS = 4;
    private static final int ENOUGH = 24;

    private final SchoolDays school = new SchoolDays(new WorkingDays(), RestartIT::unit, "classpath:/demo/calendars/");
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path folder;

    private TolvProcess process;
    private TolvHttp tolv;
    private LocalDate today;

    @BeforeEach
    void openMail() {
        mail.start();
    }

    @AfterEach
    void close() throws InterruptedException {
        if (process != null) {
            process.kill();
        }
        mail.stop();
    }

    @Test
    @DisplayName("Alt som er bekreftet, er der etterpå, ingenting er dobbelt, og saken går videre til den er avsluttet")
    void losesNothing() throws Exception {
        start();
        goTo(quietSchoolDay());
        String caseNumber = tolv.report(TEACHER, concern());
        acknowledged.add(caseNumber);
        acknowledged.add(tolv.report(TEACHER, concern()));
        tolv.complete(PRINCIPAL, caseNumber, "receiveReport", Answers.receiveReport());
        tolv.complete(PRINCIPAL, caseNumber, "clarifyRoles", Answers.clarifyRoles(COUNSELLOR));
        JsonNode before = file(caseNumber);

        killAndStart();
        assertThat(file(caseNumber)).isEqualTo(before);
        assertThat(waiting(caseNumber)).containsExactly("hearPupil", "informGuardians", "investigate");
        tolv.complete(COUNSELLOR, caseNumber, "hearPupil", Answers.hearPupil("no", today));

        killWhileReporting();
        assertThat(acknowledged).doesNotHaveDuplicates().hasSizeGreaterThan(ENOUGH);
        acknowledged.stream().filter(number -> !number.equals(caseNumber)).forEach(this::isReceivedOnce);
        assertThat(waiting(caseNumber)).containsExactly("informGuardians", "investigate");
        investigated(caseNumber);
        LocalDate evaluation = school.plus("midtstuen", today, 15);
        tolv.complete(PRINCIPAL, caseNumber, "writePlan", plan(evaluation));
        assertThat(file(caseNumber).path("status").asText()).isEqualTo("PLANNED");

        stopWhileWorking();
        start();
        goTo(evaluation);
        tolv.complete(PRINCIPAL, caseNumber, "evaluatePlan", evaluation(caseNumber));
        LocalDate watchUntil = school.plus("midtstuen", today, 10);
        tolv.complete(PRINCIPAL, caseNumber, "closePlan", Answers.closePlan(today, watchUntil));
        goTo(watchUntil);
        tolv.complete(COUNSELLOR, caseNumber, "askAgain", Answers.askAgain("yes", today));
        assertThat(file(caseNumber).path("status").asText()).isEqualTo("CLOSED");
        assertThat(waiting(caseNumber)).isEmpty();

        acknowledged.forEach(this::isIntact);
        process.stop();
        isMailedOnce(caseNumber);
    }

    private void start() throws IOException {
        int port = mail.getSmtp().getPort();
        process = TolvProcess.launch(folder, "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + port);
        tolv = process.awaitUp();
    }

    private void killAndStart() throws Exception {
        process.kill();
        holdEveryJob();
        start();
    }

    /** As if the killed one had been about to run every job there is. */
    private void holdEveryJob() {
        database()
                .sql("update act_ru_job set lock_owner_ = 'drept', lock_exp_time_ = timestamp '2099-01-01 00:00:00'")
                .update();
    }

    /** Several people report one after the other; what Tolv has said yes to goes in a ledger outside it. */
    private void killWhileReporting() throws Exception {
        CountDownLatch enough = new CountDownLatch(ENOUGH);
        ExecutorService people = Executors.newFixedThreadPool(REPORTERS);
        for (int person = 0; person < REPORTERS; person++) {
            people.submit(() -> reportUntilItIsDead(enough));
        }
        assertThat(enough.await(120, TimeUnit.SECONDS)).isTrue();
        killAndStart();
        people.shutdown();
        assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private void reportUntilItIsDead(CountDownLatch enough) {
        TolvHttp dying = tolv;
        try {
            while (true) {
                acknowledged.add(number(dying.start(TEACHER, "activityDuty", concern())));
                enough.countDown();
            }
        } catch (UncheckedIOException dead) {
            // What was on its way then, nobody has said yes to.
        }
    }

    private void stopWhileWorking() throws Exception {
        for (int report = 0; report < 6; report++) {
            acknowledged.add(number(tolv.start(TEACHER, "activityDuty", concern())));
        }
        process.stop();
        assertThat(count("select count(*) from act_ru_job where lock_exp_time_ > timestamp '2000-01-01 00:00:00'"))
                .isZero();
        assertThat(count("select count(*) from act_ru_job where retries_ < 8")).isZero();
    }

    private static String number(Reply reply) {
        return reply.ok().json().path("businessKey").asText();
    }

    private void isReceivedOnce(String caseNumber) {
        tolv.theTask(PRINCIPAL, caseNumber, "receiveReport");
        assertThat(waiting(caseNumber)).containsExactly("receiveReport");
    }

    private void isIntact(String caseNumber) {
        assertThat(file(caseNumber).path("caseNumber").asText()).isEqualTo(caseNumber);
        assertThat(tolv.get(PRINCIPAL, "/api/cases/" + caseNumber + "/log/verification")
                        .ok()
                        .text())
                .isEqualTo("{\"intact\":true}");
        assertThat(waiting(caseNumber)).doesNotHaveDuplicates();
    }

    /** Each mail has the one id its key gives; at most one is sent again for each time the power went. */
    private void isMailedOnce(String caseNumber) throws MessagingException {
        Map<String, Integer> received = new HashMap<>();
        for (MimeMessage each : mail.getReceivedMessages()) {
            received.merge(each.getMessageID(), 1, Integer::sum);
        }
        List<String> known = messageIds("select mail_key from outbox");
        assertThat(known).containsAll(received.keySet());
        assertThat(received.keySet()).containsAll(messageIds("select mail_key from outbox where status = 'sent'"));
        assertThat(mail.getReceivedMessages().length - received.size()).isLessThanOrEqualTo(2);
        assertThat(count("select count(*) from outbox where status = 'sent' and case_number = '" + caseNumber + "'"))
                .isPositive();
        assertThat(count("select count(*) from outbox where status = 'waiting' and template = 'caseReported'"))
                .isZero();
    }

    private List<String> messageIds(String keys) {
        return database().sql(keys).query(String.class).list().stream()
                .map(key -> "<" + sha256(key) + "@tolv>")
                .toList();
    }

    private static String sha256(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String rows) {
        return database().sql(rows).query(Long.class).single();
    }

    private JdbcClient database() {
        return TolvProcess.database(folder);
    }

    private JsonNode file(String caseNumber) {
        return tolv.get(PRINCIPAL, "/api/cases/" + caseNumber).ok().json();
    }

    private List<String> waiting(String caseNumber) {
        return StreamSupport.stream(file(caseNumber).path("tasks").spliterator(), false)
                .map(task -> task.path("name").asText())
                .sorted()
                .toList();
    }

    private Answers concern() {
        return Answers.reportConcern("p-midtstuen-01", today);
    }

    private void investigated(String caseNumber) {
        tolv.complete(COUNSELLOR, caseNumber, "investigate", Answers.investigate(COUNSELLOR, today));
        tolv.complete(COUNSELLOR, caseNumber, "informGuardians", Answers.informGuardians(today));
        tolv.complete(COUNSELLOR, caseNumber, "analyse", Answers.analyse("yes"));
    }

    private Answers plan(LocalDate evaluation) {
        LocalDate to = school.plus("midtstuen", today, 5);
        return Answers.writePlan(
                evaluation,
                List.of(
                        Answers.measure("individual", TEACHER, today, to, evaluation),
                        Answers.measure("school", TEACHER, today, to, evaluation)));
    }

    private Answers evaluation(String caseNumber) throws IOException {
        String task = tolv.theTask(PRINCIPAL, caseNumber, "evaluatePlan");
        JsonNode shown = tolv.get(PRINCIPAL, "/engine-rest/task/" + task + "/form-variables?deserializeValues=false")
                .ok()
                .json()
                .path("measures")
                .path("value");
        List<Map<String, Object>> rows = new ArrayList<>();
        new Reply(200, shown.asText())
                .json()
                .forEach(row -> rows.add(Map.of(
                        "measure",
                        row.path("measure").asText(),
                        "what",
                        row.path("what").asText(),
                        "effect",
                        "effect",
                        "next",
                        "end")));
        return Answers.evaluatePlan("yes", today, rows);
    }

    /** Eight in the morning, as near as the clock's whole hours come. */
    private void goTo(LocalDate date) {
        OffsetDateTime now =
                OffsetDateTime.parse(tolv.advance("PT1S").path("now").asText());
        long hours = Duration.between(now, date.atTime(8, 0).atOffset(now.getOffset()))
                .toHours();
        tolv.advance("PT" + (hours + 1) + "H");
        today = date;
    }

    /** With no long holiday in the weeks the case lasts, so that it reads the same on every date. */
    private LocalDate quietSchoolDay() {
        LocalDate date = OffsetDateTime.parse(tolv.advance("PT1S").path("now").asText())
                .toLocalDate()
                .plusDays(1);
        while (!school.isSchoolDay("midtstuen", date)
                || school.plus("midtstuen", date, 40).isAfter(date.plusDays(64))) {
            date = date.plusDays(1);
        }
        return date;
    }

    private static Optional<Unit> unit(String id) {
        return Optional.of(new Unit(id, id, Unit.Kind.SCHOOL, "oslo", "nb"));
    }
}
