package no.tolv.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Exclusions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:casehttp;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "TOLV_DEMO_PASSWORD=prove-passord-12",
            "tolv.outbox.folder=target/case-http-outbox"
        })
@Import(CaseWalk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("Saken over nettet")
class CaseOverHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    CaseWalk walk;

    @Autowired
    TestRestTemplate rest;

    @Autowired
    Exclusions exclusions;

    @Autowired
    CaseLog log;

    @Autowired
    JdbcClient jdbc;

    private String caseNumber;
    private String document;

    @BeforeAll
    void aCaseWithAPlan() {
        SchoolCase school = new SchoolCase(walk, Profile.MIDTSTUEN);
        caseNumber =
                walk.report("midtstuen-assistant", Answers.reportConcern(Profile.MIDTSTUEN.pupil(1), walk.today()));
        walk.letRunLate("receiveReport");
        school.investigated();
        LocalDate evaluation = walk.schoolDayIn(15);
        school.planWritten(evaluation);
        walk.complete("midtstuen-contact-teacher", "followUpMeasure", Answers.followUpMeasure(walk.today()));
        document =
                read("midtstuen-principal").path("documents").path(0).path("id").asText();
    }

    @Test
    @Order(1)
    @DisplayName("viser hvem, hva som venter, planen, varslene og dokumentene, med navn")
    void showsTheCase() {
        JsonNode shown = read("midtstuen-principal");
        assertThat(shown.path("pupilName").asText()).isEqualTo("Elev Blåklokke");
        assertThat(shown.path("grade").asText()).isEqualTo("8");
        assertThat(shown.path("unitName").asText()).contains("Midtstuen");
        assertThat(shown.path("contactTeacher").path("name").asText()).isEqualTo("Kontaktlærer Bjørk");
        assertThat(shown.path("status").asText()).isEqualTo("PLANNED");
        assertThat(texts(shown.path("tasks"), "name")).contains("followUpMeasure");
        JsonNode waiting = shown.path("tasks").path(0);
        assertThat(waiting.path("title").asText()).isNotBlank();
        assertThat(waiting.path("dueAt").asText()).isNotBlank();
        assertThat(waiting.path("assignee").path("name").asText()).isEqualTo("Kontaktlærer Bjørk");
        JsonNode plan = shown.path("plans").path(0);
        assertThat(plan.path("version").asInt()).isEqualTo(1);
        assertThat(plan.path("createdBy").path("name").asText()).isEqualTo("Rektor Alm");
        assertThat(plan.path("measures")).hasSize(4);
        assertThat(plan.path("measures")
                        .path(0)
                        .path("responsible")
                        .path("name")
                        .asText())
                .isEqualTo("Kontaktlærer Bjørk");
        assertThat(texts(shown.path("notices"), "event")).contains("reported", "planMade");
        assertThat(shown.path("notices").path(0).path("title").asText()).startsWith("Varsel til");
        assertThat(shown.path("hearings").path(0).path("heardBy").path("name").asText())
                .isEqualTo("Rådgiver Bøk");
        assertThat(shown.path("log").path(0).path("actor").path("name").asText())
                .isNotBlank();
        assertThat(shown.path("chapters").isMissingNode()).isTrue();
    }

    @Test
    @Order(2)
    @DisplayName("den som har en oppgave ved navn, ser saksnummeret på kortet i «Mine oppgaver»")
    void cardShowsTheCaseNumber() {
        String mine = json(call("midtstuen-contact-teacher", "/engine-rest/filter?name=Mine oppgaver"))
                .path(0)
                .path("id")
                .asText();
        JsonNode cards = cards("midtstuen-contact-teacher", mine);
        assertThat(texts(cards, "assignee")).isNotEmpty().containsOnly("midtstuen-contact-teacher");
        assertThat(cards)
                .allSatisfy(card -> assertThat(card.path("_embedded").path("variable"))
                        .singleElement()
                        .satisfies(shown ->
                                assertThat(shown.path("value").asText()).isEqualTo(caseNumber)));
        assertThat(call("midtstuen-contact-teacher", "/engine-rest/variable-instance?variableName=unit")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    /** What Tasklist asks for: the tasks of a filter with the variables the filter shows. */
    private JsonNode cards(String reader, String filter) {
        HttpHeaders headers = new HttpHeaders();
        headers.setAccept(List.of(MediaType.valueOf("application/hal+json")));
        return json(rest.withBasicAuth(reader, "prove-passord-12")
                        .exchange(
                                "/engine-rest/filter/" + filter + "/list",
                                HttpMethod.GET,
                                new HttpEntity<>(headers),
                                String.class))
                .path("_embedded")
                .path("task");
    }

    @Test
    @Order(2)
    @DisplayName("viser for hver plikt hva som er gjort, av hvem, og om fristen ble holdt")
    void showsTheLedger() {
        JsonNode ledger = read("midtstuen-principal").path("dutyLedger");
        assertThat(texts(ledger, "duty"))
                .containsExactly("follow", "intervene", "notify", "investigate", "measure", "document");
        JsonNode received = deadline(ledger, "receiveReport");
        assertThat(received.path("late").asBoolean()).isTrue();
        assertThat(received.path("doneAt").asText())
                .isGreaterThan(received.path("dueAt").asText());
        assertThat(deadline(ledger, "clarifyRoles").path("late").asBoolean()).isFalse();
        JsonNode investigated = ledger.path(3);
        assertThat(investigated.path("evidence").asInt())
                .isEqualTo(investigated.path("entries").size())
                .isPositive();
        assertThat(investigated.path("by").path("name").asText()).isNotBlank();
    }

    @Test
    @Order(3)
    @DisplayName("gir ut planen som PDF, uten at noen mellomlagrer den")
    void handsOutDocuments() {
        ResponseEntity<byte[]> answer = rest.withBasicAuth("midtstuen-principal", "prove-passord-12")
                .getForEntity(path("/documents/" + document), byte[].class);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(new String(answer.getBody(), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(get("midtstuen-principal", "").getHeaders().getCacheControl())
                .isEqualTo("no-store");
        assertThat(get("midtstuen-principal", "/documents/finnes-ikke")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    /** Whole case, log, document; then an exclusion that lacks everything: 422 for those who may exclude somebody. */
    @ParameterizedTest(name = "{0}: {1} {2} {3} {4}")
    @Order(4)
    @CsvSource({
        "midtstuen-contact-teacher,  200, 404, 404, 404",
        "midtstuen-counsellor,       200, 200, 200, 403",
        "midtstuen-principal,        200, 200, 200, 422",
        "midtstuen-deputy-principal, 200, 200, 200, 403",
        "oslo-owner,                 200, 200, 200, 422",
        "midtstuen-assistant,        200, 404, 404, 404",
        "midtstuen-teacher,          404, 404, 404, 404",
        "midtstuen-nurse,            404, 404, 404, 404",
        "midtstuen-office,           404, 404, 404, 404",
        "oslo-owner-adviser,         404, 404, 404, 404",
        "trosterud-principal,        404, 404, 404, 404",
        "trosterud-contact-teacher,  404, 404, 404, 404",
        "bergen-owner,               404, 404, 404, 404",
        "oslo-monitor,               404, 404, 404, 404",
        "admin,                      404, 404, 404, 404"
    })
    @DisplayName("åpner seg for dem den gjelder, og finnes ikke for andre")
    void opensToThoseConcerned(String reader, int whole, int proof, int paper, int exclusion) {
        assertThat(get(reader, "").getStatusCode().value()).isEqualTo(whole);
        assertThat(get(reader, "/log/verification").getStatusCode().value()).isEqualTo(proof);
        assertThat(get(reader, "/documents/" + document).getStatusCode().value())
                .isEqualTo(paper);
        assertThat(exclude(reader, "{}").getStatusCode().value()).isEqualTo(exclusion);
        if (whole == 404) {
            assertThat(sentence(get(reader, ""))).isEqualTo(sentence(call(reader, "/api/cases/MIDTSTUEN-2020-9999")));
        }
    }

    @Test
    @Order(5)
    @DisplayName("sier til den som bare meldte, at meldingen er mottatt")
    void givesTheReporterAReceipt() {
        JsonNode shown = read("midtstuen-assistant");
        assertThat(shown.path("status").asText()).isEqualTo("RECEIVED");
        assertThat(shown.fieldNames()).toIterable().containsExactlyInAnyOrder("caseNumber", "status", "openedAt");
        assertThat(jdbc.sql("select recipient from outbox where template = 'reportReceived' and case_number = ?")
                        .param(caseNumber)
                        .query(String.class)
                        .list())
                .containsExactly("midtstuen-assistant");
    }

    @Test
    @Order(5)
    @DisplayName("viser læreren oppgavene, tiltakene og ordene som er lærerens egne, og ingen andres")
    void showsTheTeacherTheirPart() {
        JsonNode shown = read("midtstuen-contact-teacher");
        assertThat(shown.path("view").asText()).isEqualTo("PART");
        assertThat(shown.path("pupilName").asText()).isEqualTo("Elev Blåklokke");
        assertThat(texts(shown.path("tasks"), "name")).containsOnly("followUpMeasure");
        assertThat(shown.path("plans").path(0).path("measures")).hasSize(4);
        assertThat(texts(shown.path("records"), "form")).containsOnly("followUpMeasure");
        assertThat(stream(shown.path("log"))
                        .map(entry -> entry.path("actor").path("id").asText()))
                .isNotEmpty()
                .containsOnly("midtstuen-contact-teacher");
        assertThat(shown.path("hearings")).isEmpty();
        for (String closed : List.of("excluded", "dutyLedger", "documents", "notices")) {
            assertThat(shown.has(closed)).as(closed).isFalse();
        }
        assertThat(shown.path("plans").path(0).has("texts")).isFalse();
        assertThat(shown.toString())
                .doesNotContain("Jeg gruer meg til friminuttene", "Eleven holdes utenfor", "stående alene", "Er enige");
        assertThat(read("midtstuen-counsellor").path("view").asText()).isEqualTo("WHOLE");
    }

    @Test
    @Order(6)
    @DisplayName("ingen tas ut av saken uten grunn, og skoleeier aldri uten at noen er igjen")
    void refusesToExclude() {
        assertThat(fields(exclude("midtstuen-principal", exclusion("ingen", ""))))
                .containsExactly("staff", "reason");
        assertThat(fields(exclude("midtstuen-principal", exclusion("bergen-owner", "Slektning"))))
                .containsExactly("staff");
        assertThat(fields(exclude("midtstuen-principal", exclusion("oslo-owner", "Slektning"))))
                .containsExactly("staff");
        ResponseEntity<String> last = exclude("oslo-owner", exclusion("oslo-owner", "Slektning"));
        assertThat(fields(last)).containsExactly("staff");
        assertThat(last.getBody()).contains("Ingen hos skoleeier blir igjen");
        assertThat(exclude("oslo-owner", "{").getStatusCode().value()).isEqualTo(400);
        assertThat(exclusions.of(caseNumber)).isEmpty();
    }

    @Test
    @Order(7)
    @DisplayName("den som tas ut, mister oppgavene og saken i samme øyeblikk")
    void excludesStaff() {
        int before = log.entries(caseNumber).size();
        String teacher = exclusion("midtstuen-contact-teacher", "I slekt med eleven");
        assertThat(exclude("midtstuen-principal", teacher).getStatusCode().value())
                .isEqualTo(201);
        assertThat(exclude("midtstuen-principal", teacher).getStatusCode().value())
                .isEqualTo(201);
        assertThat(get("midtstuen-contact-teacher", "").getStatusCode().value()).isEqualTo(404);
        assertThat(walk.sees("midtstuen-contact-teacher", "followUpMeasure")).isFalse();
        assertThat(walk.sees("midtstuen-principal", "followUpMeasure")).isTrue();
        assertThat(log.entries(caseNumber)).hasSize(before + 1).last().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("midtstuen-principal");
            assertThat(entry.role()).isEqualTo("principal");
            assertThat(entry.text()).contains("Kontaktlærer Bjørk", "I slekt med eleven");
        });
        assertThat(log.firstBroken(caseNumber)).isEmpty();
    }

    @Test
    @Order(8)
    @DisplayName("er rektor selv inhabil, er også stedfortrederen ute, og skoleeier tar over")
    void excludesThePrincipal() {
        assertThat(exclude("midtstuen-principal", exclusion("midtstuen-principal", "Forelder"))
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
        for (String out : List.of("midtstuen-principal", "midtstuen-deputy-principal")) {
            assertThat(get(out, "").getStatusCode().value()).as(out).isEqualTo(404);
            assertThat(get(out, "/log/verification").getStatusCode().value()).isEqualTo(404);
            assertThat(get(out, "/documents/" + document).getStatusCode().value())
                    .isEqualTo(404);
            assertThat(exclude(out, "{}").getStatusCode().value()).isEqualTo(404);
            assertThat(sentence(get(out, ""))).isEqualTo(sentence(call(out, "/api/cases/MIDTSTUEN-2020-9999")));
            assertThat(walk.sees(out, "followUpMeasure")).isFalse();
        }
        assertThat(walk.sees("oslo-owner", "followUpMeasure")).isTrue();
        assertThat(texts(read("oslo-owner").path("excluded"), "id"))
                .containsExactly("midtstuen-contact-teacher", "midtstuen-principal");
    }

    @Test
    @Order(9)
    @DisplayName("sier om loggen er hel, eller hvor den er brutt")
    void provesTheLog() {
        assertThat(get("oslo-owner", "/log/verification").getBody()).isEqualTo("{\"intact\":true}");
        jdbc.sql("drop trigger log_entry_is_append_only").update();
        jdbc.sql("update log_entry set told = 'pyntet' where case_number = ? and entry_sequence = 2")
                .param(caseNumber)
                .update();
        assertThat(json(get("oslo-owner", "/log/verification")))
                .isEqualTo(tree("{\"intact\":false,\"firstBroken\":2}"));
    }

    private static JsonNode deadline(JsonNode ledger, String task) {
        return ledger.findValues("deadlines").stream()
                .flatMap(deadlines -> stream(deadlines))
                .filter(deadline -> deadline.path("task").asText().equals(task))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<String> texts(JsonNode array, String field) {
        return stream(array).map(node -> node.path(field).asText()).toList();
    }

    private static List<String> fields(ResponseEntity<String> refusal) {
        assertThat(refusal.getStatusCode().value()).isEqualTo(422);
        return texts(json(refusal).path("errors"), "field");
    }

    private static String exclusion(String staff, String reason) {
        return "{\"staff\":\"" + staff + "\",\"reason\":\"" + reason + "\"}";
    }

    private static String sentence(ResponseEntity<String> answer) {
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        return answer.getBody().replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    private JsonNode read(String reader) {
        return json(get(reader, ""));
    }

    private static JsonNode json(ResponseEntity<String> answer) {
        return tree(answer.getBody());
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private ResponseEntity<String> get(String reader, String route) {
        return call(reader, path(route));
    }

    private String path(String route) {
        return "/api/cases/" + caseNumber + route;
    }

    private ResponseEntity<String> call(String reader, String path) {
        return rest.withBasicAuth(reader, "prove-passord-12").getForEntity(path, String.class);
    }

    private ResponseEntity<String> exclude(String by, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return rest.withBasicAuth(by, "prove-passord-12")
                .exchange(path("/exclusions"), HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
    }
}
