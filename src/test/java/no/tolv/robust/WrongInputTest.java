package no.tolv.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.tolv.deadline.SchoolDays;
import no.tolv.deadline.TolvClock;
import no.tolv.robust.HostileRequests.Hostile;
import no.tolv.robust.TolvHttp.Reply;
import no.tolv.scenario.Answers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningTolv
@DisplayName("Det som er feil, sies i en setning, og ingenting er gjort halvt")
class WrongInputTest {

    private static final String TEACHER = "midtstuen-contact-teacher";
    private static final String PRINCIPAL = "midtstuen-principal";
    private static final String COUNSELLOR = "midtstuen-counsellor";
    private static final List<String> TABLES = List.of(
            "case_file",
            "task_record",
            "log_entry",
            "hearing",
            "outbox",
            "activity_plan",
            "measure",
            "involvement",
            "act_ru_task",
            "act_ru_execution");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TolvClock clock;

    @Autowired
    SchoolDays schoolDays;

    private TolvHttp tolv;

    @BeforeEach
    void open() {
        tolv = new TolvHttp(port);
        tolv.settle();
    }

    @Test
    @DisplayName("En melding med feil blir ingen sak")
    void noCase() {
        refusesReport(concern().with("hund", "voff"), "Skjemaet har ikke noe felt «hund».");
        refusesReport(concern().without("whatHappened"), "Feltet «Hva har skjedd?» må fylles ut.");
        refusesReport(concern().with("arena", "månen"), "har et svar som ikke er blant valgene");
        refusesReport(
                concern().with("pupil", "p-hagen-01"), "«Hvem gjelder det?»", "har et svar som ikke er blant valgene");
        refusesReport(concern().with("happenedOn", "2026-02-30"), "skal være en dato som finnes");
        refusesReport(concern().with("happenedOn", clock.today().plusDays(1).toString()), "fram i tid");
    }

    @Test
    @DisplayName(
            "En forespørsel med et galt hode, en halv adresse eller en variabel som ikke er noe, er avsenderens feil")
    void crooked() throws IOException {
        RawHttp raw = new RawHttp(port, Duration.ofSeconds(30));
        String json = "Content-Type: application/json";
        for (Hostile request : List.of(
                new Hostile("GET", "/engine-rest/task", List.of("Accept-Language: ../../nb"), ""),
                new Hostile(
                        "GET",
                        "/engine-rest/task?nameLike=%",
                        List.of("Content-Type: application/x-www-form-urlencoded"),
                        ""),
                new Hostile(
                        "POST",
                        "/engine-rest/process-definition/key/activityDuty/submit-form",
                        List.of(json),
                        "{\"variables\":{\"whatHappened\":null}}"))) {
            assertThat(raw.send(PRINCIPAL, request).status())
                    .as(request.toString())
                    .isEqualTo(400);
        }
        for (String path : List.of(
                "/engine-rest/task/finnes-ikke",
                "/engine-rest/task?latestVersion=%",
                "/engine-rest/task?caseDefinitionName=a")) {
            int whole =
                    raw.send(PRINCIPAL, new Hostile("GET", path, List.of(), "")).status();
            RawHttp.Answer head = raw.send(PRINCIPAL, new Hostile("HEAD", path, List.of(), ""));
            assertThat(head.status()).as(path).isEqualTo(whole).isBetween(400, 499);
            assertThat(head.text()).endsWith("\r\n\r\n");
        }
    }

    private Answers concern() {
        return Answers.reportConcern("p-midtstuen-01", clock.today());
    }

    private void refusesReport(Answers answers, String... sentence) {
        Map<String, Long> before = rows();
        assertRefused(tolv.start(TEACHER, "activityDuty", answers), sentence);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    @DisplayName("En plan med feil blir ingen plan, og oppgaven står der fortsatt")
    void noPlan() {
        String caseNumber = investigated();
        String task = tolv.theTask(PRINCIPAL, caseNumber, "writePlan");
        LocalDate evaluation = schoolDay(10);
        LocalDate holiday = holiday();
        refusesPlan(
                task,
                plan(holiday, measure("evaluationOn", schoolDay(5))),
                "Planen: evalueringsdatoen",
                "er ikke en skoledag");
        refusesPlan(
                task,
                plan(evaluation, measure("evaluationOn", holiday)),
                "Tiltak 1: evalueringsdatoen",
                "er ikke en skoledag");
        refusesPlan(task, plan(evaluation, measure("from", schoolDay(12))), "Tiltak 1:", "før fra-datoen");
        refusesPlan(
                task,
                plan(evaluation, startsAfterItsEvaluation()),
                "Tiltak 1: evalueringsdatoen",
                "må være etter at det starter");
        for (String nobody : List.of("finnes-ikke", "hagen-teacher", "midtstuen-assistant")) {
            jdbc.sql("update staff set active = false where id = 'midtstuen-assistant'")
                    .update();
            refusesPlan(task, plan(evaluation, measure("responsible", nobody)), "«Hvem har ansvaret?»", "rad 1");
        }
        refusesPlan(task, plan(evaluation, measure("level", "kommune")), "«Nivå»", "rad 1");
        refusesPlan(task, plan(evaluation, measure("effectSign", "")), "«Hvordan ser vi at det virker?»", "rad 1");
        tolv.complete(PRINCIPAL, caseNumber, "writePlan", plan(evaluation, measure("target", "exposed")));
        assertThat(tolv.theTask(TEACHER, caseNumber, "followUpMeasure")).isNotEmpty();
    }

    private void refusesPlan(String task, Answers answers, String... sentence) {
        Map<String, Long> before = rows();
        assertRefused(tolv.submit(PRINCIPAL, task, answers), sentence);
        assertThat(rows()).isEqualTo(before);
    }

    private static void assertRefused(Reply reply, String... sentence) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.json().path("message").asText()).contains(sentence);
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new HashMap<>();
        TABLES.forEach(table -> rows.put(
                table,
                jdbc.sql("select count(*) from " + table).query(Long.class).single()));
        return rows;
    }

    private String investigated() {
        String caseNumber = tolv.report(TEACHER, concern());
        tolv.complete(PRINCIPAL, caseNumber, "receiveReport", Answers.receiveReport());
        tolv.complete(PRINCIPAL, caseNumber, "clarifyRoles", Answers.clarifyRoles(COUNSELLOR));
        tolv.complete(COUNSELLOR, caseNumber, "hearPupil", Answers.hearPupil("no", clock.today()));
        tolv.complete(COUNSELLOR, caseNumber, "investigate", Answers.investigate(COUNSELLOR, clock.today()));
        tolv.complete(COUNSELLOR, caseNumber, "informGuardians", Answers.informGuardians(clock.today()));
        tolv.complete(COUNSELLOR, caseNumber, "analyse", Answers.analyse("yes"));
        return caseNumber;
    }

    private LocalDate schoolDay(int days) {
        return schoolDays.plus("midtstuen", clock.today(), days);
    }

    /** A weekday to come on which the school is closed, soon enough for an evaluation. */
    private LocalDate holiday() {
        LocalDate date = schoolDay(6);
        while (schoolDays.isSchoolDay("midtstuen", date)) {
            date = date.plusDays(1);
        }
        return date;
    }

    private Map<String, Object> startsAfterItsEvaluation() {
        Map<String, Object> measure = measure("from", schoolDay(8));
        measure.put("to", schoolDay(9).toString());
        measure.put("evaluationOn", schoolDay(7).toString());
        return measure;
    }

    private Map<String, Object> measure(String field, Object value) {
        Map<String, Object> measure =
                new HashMap<>(Answers.measure("individual", TEACHER, clock.today(), schoolDay(5), schoolDay(10)));
        measure.put(field, value.toString());
        return measure;
    }

    private Answers plan(LocalDate evaluation, Map<String, Object> measure) {
        Map<String, Object> forOffender = measure("target", "offender");
        forOffender.put("level", "class");
        Map<String, Object> environment = measure("target", "environment");
        environment.put("level", "class");
        return Answers.writePlan(evaluation, List.of(measure, forOffender, environment));
    }
}
