package no.tolv.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import no.tolv.deadline.TolvClock;
import no.tolv.scenario.Answers;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * What staff of one school wait for while the other schools get more cases: {@code -Dtolv.benchmark.cases=1000,10000}
 * says how many are open. The embedded PostgreSQL does not sync to disk, so the writes are faster than in production.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "TOLV_DEMO_PASSWORD=prove-passord-12",
            "tolv.outbox.folder=target/open-cases-outbox"
        })
@ActiveProfiles({"postgres", "demo"})
class OpenCasesBenchmark {

    private static final int OWN_CASES = 30;
    private static final int WARM_UP = 25;
    private static final int MEASURED = Integer.getInteger("tolv.benchmark.rounds", 100);
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String PAGE = "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}";

    @LocalServerPort
    int port;

    @Autowired
    FilterService filters;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TolvClock clock;

    private static EmbeddedPostgres postgres;

    private final Map<String, List<Double>> medians = new LinkedHashMap<>();
    private int pupil = 1000;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) throws IOException {
        postgres = EmbeddedPostgres.start();
        settings.add("TOLV_DATABASE_URL", () -> postgres.getJdbcUrl("postgres", "postgres"));
        settings.add("TOLV_DATABASE_USER", () -> "postgres");
        settings.add("TOLV_DATABASE_PASSWORD", () -> "postgres");
    }

    @Test
    void openCases() throws SQLException {
        SignedIn principal = new SignedIn(port, "midtstuen-principal");
        SignedIn teacher = new SignedIn(port, "trosterud-contact-teacher");
        SignedIn receiver = new SignedIn(port, "trosterud-principal");
        String caseNumber = report(new SignedIn(port, "midtstuen-contact-teacher"), "p-midtstuen-01");
        jdbc.sql("update ACT_RU_TASK set DUE_DATE_ = timestamp '2020-01-01 00:00:00'")
                .update();
        jdbc.sql("update outbox set status = 'sent'").update();
        pupilsAtTheOtherSchool(pupil, (1 + sizes().length) * (WARM_UP + MEASURED));
        try (CaseCopies copies = new CaseCopies(postgres.getPostgresDatabase(), "midtstuen", caseNumber)) {
            copies.atTheSchool(1, OWN_CASES - 1);
            int there = OWN_CASES;
            for (int cases : sizes()) {
                long start = System.nanoTime();
                copies.elsewhere(there, cases);
                there = cases + 1;
                if (medians.isEmpty()) {
                    System.out.printf("%nwarm-up%n");
                    measureAll(principal, teacher, receiver, caseNumber);
                    medians.clear();
                }
                System.out.printf(
                        "%n%,d open cases, filled in %d s%n", cases, (System.nanoTime() - start) / 1_000_000_000);
                measureAll(principal, teacher, receiver, caseNumber);
            }
        }
        growth();
    }

    /** One for each case that is started: nobody has hundreds of open ones. */
    private void pupilsAtTheOtherSchool(int first, int number) {
        jdbc.sql("insert into pupil select 'p-trosterud-' || n, name, unit_id, grade, born, contact_teacher, active"
                        + " from pupil cross join generate_series(?, ?) n where id = 'p-trosterud-01'")
                .params(first, first + number - 1)
                .update();
    }

    private void measureAll(SignedIn principal, SignedIn teacher, SignedIn receiver, String caseNumber) {
        for (String filter : List.of("Mine oppgaver", "Min enhet", "Over frist")) {
            String id = filters.createTaskFilterQuery()
                    .filterName(filter)
                    .singleResult()
                    .getId();
            String list = ENGINE + "/filter/" + id + "/list?firstResult=0&maxResults=15";
            measure("task list «" + filter + "»", () -> principal.post(list, PAGE));
        }
        measure("case view", () -> principal.get("/api/cases/" + caseNumber));
        measure(
                "Cockpit, a page of instances",
                () -> principal.post(
                        "/camunda/api/cockpit/plugin/base/default/process-instance?firstResult=0&maxResults=50", "{}"));
        measure(
                "Cockpit, their number",
                () -> principal.post("/camunda/api/cockpit/plugin/base/default/process-instance/count", "{}"));
        List<String> started = new ArrayList<>();
        measure("start", () -> started.add(start(teacher, "p-trosterud-" + pupil++)));
        List<String> waiting =
                new ArrayList<>(started.stream().map(this::openTask).toList());
        measure("completion", () -> complete(receiver, waiting.remove(0)));
    }

    private static int[] sizes() {
        return Arrays.stream(System.getProperty("tolv.benchmark.cases", "1000,10000,100000")
                        .split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private void measure(String what, Supplier<Object> action) {
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < WARM_UP + MEASURED; round++) {
            long start = System.nanoTime();
            action.get();
            millis.add((System.nanoTime() - start) / 1e6);
        }
        List<Double> sorted = millis.stream().skip(WARM_UP).sorted().toList();
        double median = sorted.get(MEASURED / 2);
        System.out.printf("  %-32s p50 %7.2f ms   p95 %7.2f ms%n", what, median, sorted.get(MEASURED * 95 / 100));
        medians.computeIfAbsent(what, name -> new ArrayList<>()).add(median);
    }

    private void growth() {
        System.out.printf("%ngrowth of p50 from the smallest to the largest%n");
        medians.forEach((what, each) ->
                System.out.printf("  %-32s %.2f%n", what, each.get(each.size() - 1) / each.get(0)));
    }

    private String report(SignedIn who, String pupil) {
        openTask(start(who, pupil));
        return jdbc.sql("select case_number from case_file where pupil = ?")
                .param(pupil)
                .query(String.class)
                .single();
    }

    /** The instance. */
    private String start(SignedIn who, String pupil) {
        JsonNode started = who.post(
                ENGINE + "/process-definition/key/activityDuty/submit-form",
                SignedIn.variables(Answers.reportConcern(pupil, clock.today())));
        return started.path("id").asText();
    }

    /** Lets the instance go on to its first task. */
    private String openTask(String instance) {
        while (tasks.createTaskQuery().processInstanceId(instance).count() == 0) {
            management.createJobQuery().processInstanceId(instance).messages().list().stream()
                    .map(Job::getId)
                    .forEach(management::executeJob);
        }
        return tasks.createTaskQuery().processInstanceId(instance).list().get(0).getId();
    }

    private JsonNode complete(SignedIn who, String task) {
        return who.post(ENGINE + "/task/" + task + "/submit-form", SignedIn.variables(Answers.receiveReport()));
    }
}
