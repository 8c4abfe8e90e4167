package no.tolv.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.Readings;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:readinghttp;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "TOLV_DEMO_PASSWORD=prove-passord-12",
            "tolv.outbox.folder=target/reading-http-outbox"
        })
@Import(CaseWalk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("Den som leser en sak, setter spor")
class ReadingOverHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PRINCIPAL = "midtstuen-principal";
    private static final String STRANGER = "midtstuen-nurse";
    private static final String OFFICER = "oslo-privacy-officer";

    @Autowired
    CaseWalk walk;

    @Autowired
    TestRestTemplate rest;

    @Autowired
    Readings readings;

    @Autowired
    Exclusions exclusions;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private String caseNumber;
    private String instance;
    private String task;

    @BeforeAll
    void aCase() {
        SchoolCase school = new SchoolCase(walk, Profile.MIDTSTUEN);
        caseNumber = school.reported();
        instance = walk.duty().getId();
        task = walk.theTask("receiveReport").getId();
    }

    private record Row(String reader, String what, boolean allowed, String channel) {}

    private List<Row> rows() {
        return readings.of(caseNumber).stream()
                .map(row -> new Row(row.reader(), row.what(), row.allowed(), row.channel()))
                .toList();
    }

    private int count() {
        return jdbc.sql("select count(*) from case_reading")
                .query(Integer.class)
                .single();
    }

    @Test
    @Order(1)
    @DisplayName("de mange spørsmålene fra en side er én lesning, og lister er ingen")
    void onePageIsOneReading() {
        for (String route :
                List.of("", "/form", "/deployed-form", "/form-variables", "/variables", "/identity-links")) {
            assertThat(status(PRINCIPAL, "/engine-rest/task/" + task + route)).isEqualTo(200);
        }
        assertThat(rows()).containsExactly(new Row(PRINCIPAL, "task", true, "rest"));
        for (String route : List.of("", "/variables", "/activity-instances")) {
            assertThat(status(PRINCIPAL, "/engine-rest/process-instance/" + instance + route))
                    .isEqualTo(200);
        }
        assertThat(status(PRINCIPAL, "/engine-rest/history/activity-instance?processInstanceId=" + instance))
                .isEqualTo(200);
        assertThat(rows()).first().isEqualTo(new Row(PRINCIPAL, "course", true, "rest"));
        assertThat(rows()).hasSize(2);
        for (String list : List.of("/task", "/task/count", "/process-instance", "/history/process-instance")) {
            assertThat(status(PRINCIPAL, "/engine-rest" + list)).isEqualTo(200);
        }
        assertThat(rows()).hasSize(2);
    }

    @Test
    @Order(2)
    @DisplayName("raden sier hvem, i hvilken rolle, når, hva og hvorfra, og en fremmed adresse i hodet teller ikke")
    void tellsFromWhere() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("X-Forwarded-For", "203.0.113.7");
        headers.set("Referer", "http://localhost/camunda/app/tasklist/default/");
        rest.withBasicAuth("oslo-owner", "prove-passord-12")
                .exchange(path(""), HttpMethod.GET, new HttpEntity<>(headers), String.class);
        assertThat(jdbc.sql("select reader, acting_role, what, channel, address from case_reading where reader = ?")
                        .param("oslo-owner")
                        .query()
                        .singleRow()
                        .values())
                .containsExactly("oslo-owner", "owner", "case", "tasklist", "127.0.0.1");
    }

    @Test
    @Order(3)
    @DisplayName("et spørsmål etter saken, i adressen eller i kroppen, er en lesning av saken")
    void namingTheCaseIsReading() {
        assertThat(status("oslo-owner", "/engine-rest/process-instance?businessKey=" + caseNumber))
                .isEqualTo(200);
        assertThat(rows()).first().isEqualTo(new Row("oslo-owner", "course", true, "rest"));
        String body = "{\"processInstanceIdIn\":[\"" + instance + "\"]}";
        assertThat(post("oslo-monitor", "/engine-rest/variable-instance", body)).isEqualTo(200);
        assertThat(readings.of(caseNumber).stream().map(row -> row.reader())).contains("oslo-monitor");
    }

    @Test
    @Order(4)
    @DisplayName("den som blir avvist, står der også, uansett hvilken vei vedkommende prøvde")
    void refusalsAreWritten() {
        int before = rows().size();
        assertThat(status(STRANGER, path(""))).isEqualTo(404);
        assertThat(status(STRANGER, "/engine-rest/task/" + task)).isEqualTo(404);
        assertThat(status(STRANGER, "/engine-rest/task/" + task + "/form-variables"))
                .isGreaterThanOrEqualTo(400);
        assertThat(status(STRANGER, "/engine-rest/process-instance/" + instance))
                .isEqualTo(403);
        assertThat(status(STRANGER, "/engine-rest/history/task?processInstanceId=" + instance))
                .isEqualTo(200);
        assertThat(post(STRANGER, "/engine-rest/task/" + task + "/complete", "{}"))
                .isGreaterThanOrEqualTo(400);
        assertThat(rows().subList(0, rows().size() - before))
                .containsExactlyInAnyOrder(
                        new Row(STRANGER, "case", false, "api"),
                        new Row(STRANGER, "task", false, "rest"),
                        new Row(STRANGER, "course", false, "rest"),
                        new Row(STRANGER, "action", false, "rest"));
    }

    @Test
    @Order(5)
    @DisplayName("den som gjetter, setter ett spor i timen, uten det som ble gjettet")
    void guessesAreBounded() {
        int before = count();
        for (int guess = 1; guess <= 20; guess++) {
            assertThat(status(STRANGER, "/api/cases/MIDTSTUEN-2020-%04d".formatted(guess)))
                    .isEqualTo(404);
            assertThat(status(STRANGER, "/engine-rest/task/" + UUID.randomUUID()))
                    .isEqualTo(404);
        }
        assertThat(count() - before).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from case_reading where case_number is null and reader = ?")
                        .param(STRANGER)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @Order(6)
    @DisplayName("den som er tatt ut av saken, har prøvd å lese den, også når oppgaven var hans i går")
    void theExcludedTry() {
        jdbc.sql("insert into exclusion (case_number, staff, reason, excluded_at) values (?, ?, 'disqualified', now())")
                .params(caseNumber, "midtstuen-deputy-principal")
                .update();
        assertThat(status("midtstuen-deputy-principal", path(""))).isEqualTo(404);
        assertThat(rows()).first().isEqualTo(new Row("midtstuen-deputy-principal", "case", false, "api"));
    }

    @Test
    @Order(7)
    @DisplayName("to noder som spør i samme øyeblikk, skriver én rad, og raden står selv om resten rulles tilbake")
    void raceAndRollback() {
        Readings.Origin from = new Readings.Origin("api", "192.0.2.1");
        IntStream.range(0, 24).parallel().forEach(node -> readings.add(caseNumber, "oslo-owner", "race", true, from));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            readings.add(caseNumber, "oslo-owner", "refused", false, from);
            status.setRollbackOnly();
        });
        assertThat(rows().stream().filter(row -> row.what().equals("race"))).hasSize(1);
        assertThat(rows()).contains(new Row("oslo-owner", "refused", false, "api"));
        assertThatThrownBy(() -> jdbc.sql("delete from case_reading").update())
                .hasStackTraceContaining("kan ikke endres eller slettes");
        assertThatThrownBy(
                        () -> jdbc.sql("update case_reading set reader = 'x'").update())
                .hasStackTraceContaining("kan ikke endres eller slettes");
    }

    @Test
    @Order(8)
    @DisplayName("hvem som har lest, får rektor, skoleeier og personvernombudet vite, og det å spørre er en lesning")
    void whoHasReadThis() throws IOException {
        for (String asker : List.of(PRINCIPAL, "oslo-owner", OFFICER)) {
            assertThat(status(asker, path("/readings"))).as(asker).isEqualTo(200);
        }
        for (String asker : List.of(
                STRANGER,
                "midtstuen-contact-teacher",
                "midtstuen-deputy-principal",
                "bergen-privacy-officer",
                "oslo-monitor",
                "admin")) {
            assertThat(status(asker, path("/readings"))).as(asker).isEqualTo(404);
        }
        assertThat(status(OFFICER, path(""))).isEqualTo(404);
        JsonNode shown = JSON.readTree(get(OFFICER, path("/readings")).getBody());
        assertThat(shown.path("caseNumber").asText()).isEqualTo(caseNumber);
        assertThat(shown.path("readings").findValuesAsText("sentence"))
                .anyMatch(
                        told -> told.matches(
                                "Rektor Alm \\(rektor\\) åpnet en oppgave i saken \\d+\\. \\p{L}+ 20\\d\\d kl\\. \\d\\d\\.\\d\\d\\."))
                .anyMatch(
                        told -> told.matches(
                                "Helsesykepleier Rogn \\(helsesykepleier\\) prøvde å lese saken .* kl\\. .*, men fikk ikke se noe\\."))
                .anyMatch(told -> told.startsWith("Personvernombud Or (personvernombud) så hvem som har lest saken"));
        assertThat(shown.toString()).doesNotContain("127.0.0.1", "Blåklokke");
        assertThat(rows())
                .contains(
                        new Row(OFFICER, "readings", true, "api"),
                        new Row(OFFICER, "case", false, "api"),
                        new Row("admin", "readings", false, "api"));
    }

    @Test
    @Order(9)
    @DisplayName("listen kan gis fra seg som tabell")
    void asTable() {
        HttpHeaders headers = new HttpHeaders();
        headers.setAccept(List.of(new MediaType("text", "csv")));
        ResponseEntity<String> answer = rest.withBasicAuth(PRINCIPAL, "prove-passord-12")
                .exchange(path("/readings"), HttpMethod.GET, new HttpEntity<>(headers), String.class);
        assertThat(answer.getHeaders().getContentType()).hasToString("text/csv;charset=UTF-8");
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(answer.getBody().lines().toList())
                .hasSize(rows().size() + 1)
                .first()
                .isEqualTo("\uFEFFTidspunkt;Navn;Rolle;Hva;Fikk se;Setning");
        assertThat(answer.getBody()).contains(";Rektor Alm;rektor;task;ja;Rektor Alm (rektor) åpnet en oppgave");
    }

    @Test
    @Order(10)
    @DisplayName("også det som er avsluttet i motoren, finner fram til saken sin")
    void finishedCases() {
        new SchoolCase(walk, Profile.MIDTSTUEN);
        String other = walk.report("midtstuen-contact-teacher", Answers.reportConcern("p-midtstuen-01", walk.today()));
        String ended = walk.duty().getId();
        walk.complete(
                PRINCIPAL,
                "receiveReport",
                Answers.receiveReport()
                        .with("receipt", "duplicate")
                        .with("survivingCase", caseNumber)
                        .with("duplicateReason", "Gjelder det samme."));
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(ended)
                        .finished()
                        .count())
                .isEqualTo(1);
        String done = history.createHistoricTaskInstanceQuery()
                .processInstanceId(ended)
                .singleResult()
                .getId();
        assertThat(status("oslo-owner", "/api/cases/" + other)).isEqualTo(200);
        assertThat(status("oslo-owner", "/engine-rest/task/" + done)).isEqualTo(404);
        assertThat(status("midtstuen-teacher", "/engine-rest/task/" + done)).isEqualTo(404);
        assertThat(status("midtstuen-teacher", "/engine-rest/history/process-instance/" + ended))
                .isEqualTo(403);
        assertThat(readings.of(other)).hasSize(3).allMatch(row -> row.closed());
        assertThat(readings.of(other).stream()
                        .map(row -> new Row(row.reader(), row.what(), row.allowed(), row.channel())))
                .containsExactlyInAnyOrder(
                        new Row("oslo-owner", "case", true, "api"),
                        new Row("midtstuen-teacher", "task", false, "rest"),
                        new Row("midtstuen-teacher", "course", false, "rest"));
    }

    @Test
    @Order(11)
    @DisplayName("oppgaver i det saken kaller opp, er lesninger av samme sak")
    void calledInstances() {
        walk.turnTo(caseNumber);
        walk.complete(PRINCIPAL, "receiveReport", Answers.receiveReport());
        walk.complete(PRINCIPAL, "clarifyRoles", Answers.clarifyRoles("midtstuen-counsellor"));
        String called = walk.theTask("hearPupil").getId();
        assertThat(walk.theTask("hearPupil").getProcessInstanceId()).isNotEqualTo(instance);
        assertThat(status("midtstuen-counsellor", "/engine-rest/task/" + called))
                .isEqualTo(200);
        assertThat(rows()).first().isEqualTo(new Row("midtstuen-counsellor", "task", true, "rest"));
    }

    @Test
    @Order(12)
    @DisplayName("Tasklist og Cockpit setter hvert sitt spor, ett for hele siden")
    void webApps() throws Exception {
        WebAppUser user = new WebAppUser(rest.getRootUri(), "oslo-owner", "prove-passord-12");
        String engine = "/camunda/api/engine/engine/default/";
        String waiting = walk.theTask("hearPupil").getId();
        for (String route : List.of("", "/form", "/variables/caseNumber")) {
            assertThat(user.get("tasklist", engine + "task/" + waiting + route)).isLessThan(500);
        }
        for (String route : List.of(
                engine + "process-instance/" + instance,
                engine + "process-instance/" + instance + "/activity-instances",
                engine + "incident?processInstanceIdIn=" + instance,
                "/camunda/api/cockpit/plugin/base/default/process-instance/" + instance
                        + "/called-process-instances")) {
            assertThat(user.get("cockpit", route)).as(route).isEqualTo(200);
        }
        assertThat(rows().stream().filter(row -> row.reader().equals("oslo-owner")))
                .contains(new Row("oslo-owner", "course", true, "cockpit"))
                .filteredOn(row -> row.channel().equals("cockpit"))
                .hasSize(1);
        assertThat(rows().stream()
                        .filter(row ->
                                row.reader().equals("oslo-owner") && row.what().equals("task")))
                .allMatch(row -> row.channel().equals("tasklist"))
                .hasSizeLessThanOrEqualTo(1);
    }

    private String path(String route) {
        return "/api/cases/" + caseNumber + route;
    }

    private int status(String reader, String path) {
        return get(reader, path).getStatusCode().value();
    }

    private ResponseEntity<String> get(String reader, String path) {
        return rest.withBasicAuth(reader, "prove-passord-12").getForEntity(path, String.class);
    }

    private int post(String reader, String path, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return rest.withBasicAuth(reader, "prove-passord-12")
                .exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers), String.class)
                .getStatusCode()
                .value();
    }
}
