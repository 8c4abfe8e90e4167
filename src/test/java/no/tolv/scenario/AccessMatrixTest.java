package no.tolv.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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

/**
 * Who may what in which case: every cell of {@code access-matrix.csv} is called over HTTP. Paths are those of the routes
 * that lead to a case; which routes there are at all is held by {@code RoutesTest}.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:matrix;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "TOLV_DEMO_PASSWORD=prove-passord-12",
            "tolv.outbox.folder=target/matrix-outbox"
        })
@Import(CaseWalk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Rolle, enhet, del i saken og sakens tilstand avgjør hver vei til den")
class AccessMatrixTest {

    private static final Path MATRIX = Path.of("src/test/resources/access-matrix.csv");
    private static final Pattern VIEW = Pattern.compile("\"view\":\"(\\w+)\"");
    private static final Pattern COUNT = Pattern.compile("\\{\"count\":(\\d+)}");

    @Autowired
    CaseWalk walk;

    @Autowired
    TestRestTemplate rest;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    /** By the name of the state: what stands for the place holders in a path. */
    private final Map<String, Map<String, String>> cases = new HashMap<>();

    @BeforeAll
    void aCaseInEachState() {
        SchoolCase school = new SchoolCase(walk, Profile.MIDTSTUEN);
        cases.put("running", planned(school, 1));
        cases.put("excluded", planned(school, 2));
        exclude(cases.get("excluded").get("case"));
        report(3, "leader");
        cases.put("leader", known());
        report(4, "pupil");
        school.received().rolesClarified().heardAndInvestigated("yes").analysed("no");
        cases.put("closed", known());
        Map<String, String> missing = new HashMap<>(cases.get("running"));
        missing.replaceAll(
                (name, id) -> name.equals("case") ? "MIDTSTUEN-2026-9999" : "00000000-0000-0000-0000-000000000000");
        cases.put("missing", missing);
    }

    private Map<String, String> planned(SchoolCase school, int pupil) {
        report(pupil, "pupil");
        school.investigated().planWritten(walk.schoolDayIn(15));
        return known();
    }

    private void report(int pupil, String suspect) {
        Answers answers = Answers.reportConcern(Profile.MIDTSTUEN.pupil(pupil), walk.today())
                .with("suspect", suspect);
        walk.report(
                "midtstuen-assistant",
                suspect.equals("leader") ? answers.with("suspectedStaff", "midtstuen-principal") : answers);
    }

    private void exclude(String caseNumber) {
        Map<String, String> exclusion = Map.of("staff", "midtstuen-principal", "reason", "Inhabil etter fvl. § 6");
        assertThat(rest.withBasicAuth("oslo-owner", "prove-passord-12")
                        .postForEntity("/api/cases/" + caseNumber + "/exclusions", exclusion, String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
    }

    private Map<String, String> known() {
        String caseNumber = walk.file().caseNumber();
        String none = "00000000-0000-0000-0000-000000000000";
        return Map.of(
                "case",
                caseNumber,
                "task",
                tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                        .map(open -> open.getId())
                        .findFirst()
                        .orElse(none),
                "instance",
                history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .processDefinitionKey("activityDuty")
                        .list()
                        .get(0)
                        .getId(),
                "document",
                jdbc
                        .sql("select id from document where case_number = ?")
                        .param(caseNumber)
                        .query(String.class)
                        .list()
                        .stream()
                        .findFirst()
                        .orElse(none));
    }

    @Test
    @DisplayName("hver rute i tabellen svarer som den sier")
    void everyCellAnswersAsItSays() throws IOException {
        List<String> lines = Files.readAllLines(MATRIX).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        List<String> paths =
                List.of(lines.get(0).split(" *; *")).subList(2, lines.get(0).split(" *; *").length);
        List<String> wrong = new ArrayList<>();
        Map<String, String> answered = new LinkedHashMap<>();
        int cells = 0;
        for (String line : lines.subList(1, lines.size())) {
            List<String> row = List.of(line.split(" *; *", -1));
            List<String> actual = paths.stream()
                    .map(path -> answer(row.get(1), filled(path, cases.get(row.get(0)))))
                    .toList();
            answered.put(row.get(0) + ";" + row.get(1), String.join(";", actual));
            cells += actual.size();
            for (int at = 0; at < paths.size(); at++) {
                String expected = row.size() > at + 2 ? row.get(at + 2) : "";
                if (!actual.get(at).equals(expected)) {
                    wrong.add("%s, %s, %s: %s instead of %s"
                            .formatted(row.get(0), row.get(1), paths.get(at), actual.get(at), expected));
                }
            }
        }
        System.out.println("access matrix: " + cells + " cells called over HTTP");
        if (!wrong.isEmpty()) {
            answered.forEach((who, what) -> System.out.println("MATRIX " + who + ";" + what));
        }
        assertThat(wrong).isEmpty();
    }

    private static String filled(String path, Map<String, String> ids) {
        String filled = path;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("<" + id.getKey() + ">", id.getValue());
        }
        return filled;
    }

    /** The status, with the view of a case or the number that was counted. */
    private String answer(String who, String call) {
        String[] parts = call.split(" ", 2);
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setAccept(List.of(MediaType.ALL));
        TestRestTemplate caller = who.equals("nobody") ? rest : rest.withBasicAuth(who, "prove-passord-12");
        ResponseEntity<String> answer = caller.exchange(
                parts[1],
                HttpMethod.valueOf(parts[0]),
                new HttpEntity<>(parts[0].equals("POST") ? "{}" : null, headers),
                String.class);
        String body = String.valueOf(answer.getBody());
        Matcher view = VIEW.matcher(body);
        Matcher count = COUNT.matcher(body);
        String more = view.find() ? " " + view.group(1) : count.matches() ? " " + count.group(1) : "";
        return answer.getStatusCode().value() + more;
    }
}
