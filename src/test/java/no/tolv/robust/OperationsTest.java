package no.tolv.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import no.tolv.deadline.TolvClock;
import no.tolv.engine.history.ContentFreeFailures;
import no.tolv.scenario.Answers;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:operations;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "management.server.port=0",
            "management.endpoints.web.exposure.include=*",
            "camunda.bpm.job-execution.enabled=false",
            "tolv.operator.mail=drift@eksempel.invalid, vakt@eksempel.invalid",
            "tolv.operator.interval=PT0.1S",
            "tolv.outbox.interval=PT0.1S",
            "TOLV_DEMO_PASSWORD=" + TolvHttp.PASSWORD,
            "tolv.outbox.folder=target/operations-outbox"
        })
@AutoConfigureObservability(tracing = false)
@DisplayName("Den som drifter, ser hvordan det går, og ingen sak")
class OperationsTest {

    private static final String TEACHER = "midtstuen-contact-teacher";
    private static final String PLANTED = "MIDTSTUEN-2026-0042";

    @LocalServerPort
    int port;

    @LocalManagementPort
    int management;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TolvClock clock;

    private TolvHttp tolv;

    @BeforeEach
    void open() {
        tolv = new TolvHttp(port);
    }

    @Test
    @DisplayName("tallene står bare på porten for drift, uten innlogging, og ellers er ikke noe åpent der")
    void twoPorts() throws Exception {
        assertThat(at(management, "/actuator/health").body()).contains("\"status\":\"UP\"");
        assertThat(at(management, "/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(at(management, "/actuator/prometheus").body())
                .contains(
                        "tolv_incidents ",
                        "tolv_jobs_oldest_due_seconds ",
                        "tolv_mail_waiting ",
                        "tolv_mail_blocked ",
                        "tolv_mail_oldest_waiting_seconds ",
                        "tolv_nodes_alive 1.0",
                        "tolv_clock_ahead_seconds ");
        for (String path : List.of("/actuator/env", "/actuator", "/actuator/heapdump", "/", "/engine-rest/engine")) {
            assertThat(at(management, path).statusCode()).as(path).isEqualTo(404);
        }
        for (String path : List.of("/actuator/prometheus", "/actuator/health", "/actuator/env")) {
            assertThat(tolv.get("admin", path).status()).as(path).isNotEqualTo(200);
        }
    }

    @Test
    @DisplayName("ingen sak, enhet eller person står i noe tall, heller ikke når noen har skrevet den i en adresse")
    void noContent() throws Exception {
        tolv.report(TEACHER, concern());
        for (String path : List.of(
                "/engine-rest/process-instance/",
                "/engine-rest/task/",
                "/engine-rest/tull/",
                "/api/cases/",
                "/api/tull/",
                "/camunda/app/tasklist/",
                "/camunda/app/",
                "/camunda/api/engine/engine/default/history/process-instance/",
                "/camunda/api/tull/",
                "/actuator/",
                "/tull/")) {
            tolv.get(TEACHER, path + PLANTED);
            at(port, path + PLANTED);
        }
        String numbers = at(management, "/actuator/prometheus").body();
        assertThat(numbers).contains("http_server_requests_seconds_count");
        assertThat(numbers.toLowerCase(Locale.ROOT)).doesNotContain("midtstuen", "2026-0042", "p-midtstuen", "tull");
    }

    @Test
    @DisplayName("det som stanser, prøves igjen etter stadig lengre tid, og den som drifter, får vite det én gang")
    void whatStops() {
        tolv.report(TEACHER, concern());
        Job first = jobs().get(0);
        assertThat(pausesUntilItStops(first))
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(3),
                        Duration.ofHours(6),
                        Duration.ofHours(12));
        await("select count(*) from outbox where template = 'jobStopped' and status = 'sent'", 2);
        tolv.report(TEACHER, concern());
        Job second = jobs().get(0);
        engine.getManagementService().setJobRetries(second.getId(), 0);
        await("select count(*) from outbox where template = 'jobStopped' and status = 'sent'", 4);

        String told = tolv.get("admin", "/api/failed-jobs").ok().text();
        assertThat(told)
                .contains(first.getId(), second.getId(), first.getProcessDefinitionKey())
                .doesNotContain("MIDTSTUEN", "midtstuen", first.getProcessInstanceId());
        assertThat(tolv.get("midtstuen-principal", "/api/failed-jobs").status()).isEqualTo(403);
        assertThat(retry(TEACHER, first)).isEqualTo(403);
        assertThat(retry("admin", first)).isEqualTo(202);
        assertThat(retry("admin", first)).isEqualTo(404);
        assertThat(tolv.get("admin", "/api/failed-jobs").ok().text())
                .contains(second.getId())
                .doesNotContain(first.getId());
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .jobId(first.getId())
                        .singleResult()
                        .getRetries())
                .isOne();
        assertThat(health().text()).contains("ALARM", "\"incidents\":1");
    }

    private List<Duration> pausesUntilItStops(Job job) {
        List<Duration> pauses = new ArrayList<>();
        Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        ClockUtil.setCurrentTime(java.util.Date.from(now));
        try {
            for (Job failed = fail(job); failed.getRetries() > 0; failed = fail(job)) {
                pauses.add(Duration.between(now, failed.getDuedate().toInstant()));
            }
        } finally {
            ClockUtil.reset();
            ClockUtil.offset(clock.offset().toMillis());
        }
        return pauses;
    }

    private Job fail(Job job) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration
                .getCommandExecutorTxRequired()
                .execute(new ContentFreeFailures().getCommand(job.getId(), new IllegalStateException("outage")));
        return engine.getManagementService().createJobQuery().jobId(job.getId()).singleResult();
    }

    private List<Job> jobs() {
        return engine.getManagementService()
                .createJobQuery()
                .timers()
                .withRetriesLeft()
                .orderByJobId()
                .desc()
                .list();
    }

    private int retry(String who, Job job) {
        return tolv.post(who, "/api/failed-jobs/" + job.getId() + "/retry", "").status();
    }

    private TolvHttp.Reply health() {
        try {
            HttpResponse<String> told = at(management, "/actuator/health/operations");
            return new TolvHttp.Reply(told.statusCode(), told.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await(String count, int wanted) {
        Instant giveUp = Instant.now().plusSeconds(30);
        while (count(count) != wanted && Instant.now().isBefore(giveUp)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(count(count)).isEqualTo(wanted);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private Answers concern() {
        return Answers.reportConcern("p-midtstuen-01", clock.today());
    }

    private static HttpResponse<String> at(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        BodyHandlers.ofString());
    }
}
