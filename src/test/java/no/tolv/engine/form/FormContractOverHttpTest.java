package no.tolv.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.casefile.TaskRecords;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
            "spring.datasource.url=jdbc:h2:mem:contract;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "TOLV_DEMO_PASSWORD=prove-passord-12",
            "tolv.diagrams=classpath:engine-test/"
        })
@Import(ContractBeans.class)
@DisplayName("Skjemaet er en grense")
class FormContractOverHttpTest {

    private static final String PRINCIPAL = "midtstuen-principal";
    private static final String PLANTED = "Bjellesau";

    @Autowired
    TestRestTemplate rest;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CaseLog log;

    @Autowired
    TaskRecords records;

    @Autowired
    RuntimeService runtime;

    private String caseNumber;
    private String task;

    @BeforeEach
    void start() throws Exception {
        JsonNode started = json(call(
                "midtstuen-teacher",
                HttpMethod.POST,
                "/process-definition/key/caseEvent/submit-form",
                variables(Map.of("pupil", "p-midtstuen-01", "told", PLANTED + " på starten"))));
        caseNumber = started.path("businessKey").asText();
        assertThat(caseNumber).as(started.toString()).startsWith("MIDTSTUEN-");
        task = json(call(
                        PRINCIPAL,
                        HttpMethod.GET,
                        "/task?processInstanceId=" + started.path("id").asText(),
                        null))
                .path(0)
                .path("id")
                .asText();
        assertThat(task).isNotEmpty();
    }

    @Test
    @DisplayName("et riktig svar skrives i saken, og bare der")
    void accepts() {
        String text = PLANTED + " " + "x".repeat(20_000);
        assertThat(submit(PRINCIPAL, no(text)).getStatusCode().value()).isEqualTo(204);
        assertThat(records.latest(caseNumber, "testTask").orElseThrow().answers())
                .containsEntry("reason", text)
                .containsEntry("lawful", true);
        assertThat(log.entries(caseNumber)).hasSize(2).last().satisfies(entry -> {
            assertThat(entry.text()).contains("Trengs tiltak?: Nei", "Hvorfor ikke: " + PLANTED, "Lovlig: Ja");
            assertThat(entry.duty()).isEqualTo(Duty.INVESTIGATE);
            assertThat(entry.actor()).isEqualTo(PRINCIPAL);
            assertThat(entry.role()).isEqualTo("principal");
            assertThat(entry.diagram()).isEqualTo("caseEvent:1");
        });
        assertThat(engineColumnsWith(PLANTED)).isEmpty();
        assertThat(variable("event")).isEqualTo("serious");
    }

    @Test
    @DisplayName("alle feil nevnes på én gang, med rad")
    void namesAllFaults() throws Exception {
        ResponseEntity<String> answer = submit(
                PRINCIPAL,
                Map.of(
                        "needed",
                        "yes",
                        "weeks",
                        9,
                        "signs",
                        List.of("c"),
                        "measures",
                        List.of(measure("Turvenn"), Map.of("what", "Vakt", "due", "2026-02-30")),
                        "unknown",
                        "x"));
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(json(answer).path("type").asText()).isEqualTo("FormRejected");
        assertThat(json(answer).path("message").asText())
                .contains("Skjemaet har ikke noe felt «unknown».")
                .contains("Feltet «Ansvarlig» i rad 2 må fylles ut.")
                .contains("Feltet «Frist» i rad 2 skal være en dato som finnes.")
                .contains("Feltet «Tegn» har et svar som ikke er blant valgene.")
                .contains("Feltet «Uker» kan ikke være større enn 8.")
                .contains("Feltet «Lovlig» må krysses av.");
        assertThat(log.entries(caseNumber)).hasSize(1);
    }

    @Test
    @DisplayName("et skjult felt kreves ikke, et vist felt kreves")
    void requiresOnlyWhatIsShown() {
        assertThat(submit(PRINCIPAL, Map.of("needed", "no", "lawful", true)).getBody())
                .contains("Feltet «Hvorfor ikke» må fylles ut.")
                .doesNotContain("Tiltak");
        assertThat(submit(PRINCIPAL, Map.of("needed", "yes", "lawful", true)).getBody())
                .contains("Feltet «Tiltak» må ha minst én rad.")
                .doesNotContain("Hvorfor ikke");
        assertThat(submit(PRINCIPAL, Map.of("needed", "yes", "lawful", true, "measures", List.of(measure("Vakt"))))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("fullføring utenom skjemaet holdes til det samme")
    void completeIsNoBackDoor() {
        ResponseEntity<String> answer =
                call(PRINCIPAL, HttpMethod.POST, "/task/" + task + "/complete", variables(Map.of("event", "serious")));
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("Skjemaet har ikke noe felt «event».");
        assertThat(variable("event")).isEqualTo("newInformation");
    }

    @Test
    @DisplayName("variabler, kommentarer, meldinger og start utenfra avvises")
    void refusesTheOutside() {
        String value = "{\"value\":\"serious\",\"type\":\"String\"}";
        List.of(
                        call(PRINCIPAL, HttpMethod.PUT, "/task/" + task + "/variables/event", value),
                        call(PRINCIPAL, HttpMethod.POST, "/message", "{\"messageName\":\"newInformation\"}"),
                        call(PRINCIPAL, HttpMethod.POST, "/task/create", "{\"name\":\"x\"}"),
                        call("midtstuen-teacher", HttpMethod.POST, "/process-definition/key/caseEvent/start", "{}"))
                .forEach(answer -> {
                    assertThat(answer.getStatusCode().value())
                            .as(answer.getBody())
                            .isEqualTo(400);
                    assertThat(answer.getBody()).contains("NotFromOutside").doesNotContain("Exception");
                });
    }

    @Test
    @DisplayName("en kommentar blir ikke lagret i motoren")
    void refusesComments() {
        call(PRINCIPAL, HttpMethod.POST, "/task/" + task + "/comment/create", "{\"message\":\"" + PLANTED + "\"}");
        assertThat(engineColumnsWith(PLANTED)).isEmpty();
    }

    @Test
    @DisplayName("den som kommer for sent, får vite det")
    void tellsTheSecond() {
        submit(PRINCIPAL, no("Trygg"));
        ResponseEntity<String> second = submit(PRINCIPAL, no("Trygg"));
        assertThat(second.getStatusCode().value()).isEqualTo(409);
        assertThat(second.getBody()).contains("Oppgaven er allerede fullført.");
        assertThat(log.entries(caseNumber)).hasSize(2);
    }

    @Test
    @DisplayName("en oppgave ved en annen skole finnes ikke")
    void hidesOtherUnits() {
        String missing = call("hagen-principal", HttpMethod.GET, "/task/finnes-ikke", null)
                .getBody();
        List.of("", "/variables", "/form-variables", "/deployed-form", "/identity-links")
                .forEach(part -> {
                    ResponseEntity<String> answer =
                            call("hagen-principal", HttpMethod.GET, "/task/" + task + part, null);
                    assertThat(answer.getStatusCode().value())
                            .as(part + answer.getBody())
                            .isEqualTo(404);
                    assertThat(answer.getBody()).isEqualTo(missing);
                });
        assertThat(submit("hagen-principal", no("x")).getStatusCode().value()).isEqualTo(404);
        assertThat(submit("midtstuen-office", no("x")).getStatusCode().value()).isEqualTo(404);
        assertThat(call(
                                "hagen-principal",
                                HttpMethod.POST,
                                "/task/" + task + "/claim",
                                "{\"userId\":\"hagen-principal\"}")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("skjemaet viser valg og tekst som ikke ligger i motoren")
    void showsContent() throws Exception {
        JsonNode form = json(call(PRINCIPAL, HttpMethod.GET, "/task/" + task + "/deployed-form", null));
        assertThat(form.toString()).contains("Lærer Gran").doesNotContain("valuesKey");
        JsonNode shown = json(
                call(PRINCIPAL, HttpMethod.GET, "/task/" + task + "/form-variables?deserializeValues=false", null));
        assertThat(shown.path("known").path("value").asText()).hasSize(20_000);
        assertThat(shown.path("rows").path("type").asText()).isEqualTo("Json");
        assertThat(shown.path("rows").path("value").asText()).isEqualTo("[{\"what\":\"Rad\"}]");
    }

    @Test
    @DisplayName("en variabel prosessen ikke kjenner, setter ingenting i gang")
    void refusesUndeclared() {
        Map<String, Object> answers = new HashMap<>(no("Trygg"));
        answers.put("weeks", 8);
        ResponseEntity<String> answer = submit(PRINCIPAL, answers);
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody()).contains("Noe gikk galt hos oss").doesNotContain("notDeclared");
        assertThat(log.entries(caseNumber)).hasSize(1);
    }

    private Object variable(String name) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .singleResult()
                .getId();
        return runtime.getVariable(instance, name);
    }

    private static Map<String, Object> no(String reason) {
        return Map.of("needed", "no", "reason", reason, "lawful", true);
    }

    private static Map<String, Object> measure(String what) {
        return Map.of("what", what, "responsible", "midtstuen-teacher", "due", "2026-12-24");
    }

    private ResponseEntity<String> submit(String user, Map<String, Object> answers) {
        return call(user, HttpMethod.POST, "/task/" + task + "/submit-form", variables(answers));
    }

    /** As Tasklist sends them: text and numbers by type, lists as JSON. */
    private static String variables(Map<String, Object> answers) {
        Map<String, Object> typed = new HashMap<>();
        answers.forEach((key, value) -> typed.put(
                key,
                value instanceof List<?> list
                        ? Map.of("value", write(list), "type", "Json")
                        : Map.of("value", value, "type", value.getClass().getSimpleName())));
        return write(Map.of("variables", typed));
    }

    private static String write(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(ResponseEntity<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.getBody());
    }

    private ResponseEntity<String> call(String user, HttpMethod method, String path, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return rest.withBasicAuth(user, "prove-passord-12")
                .exchange("/engine-rest" + path, method, new HttpEntity<>(body, headers), String.class);
    }

    /** Every text or binary column of the engine's tables in which a word stands. */
    private List<String> engineColumnsWith(String word) {
        return jdbc.sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_name like 'ACT\\_%'
                          and data_type in ('CHARACTER VARYING', 'CHARACTER LARGE OBJECT', 'BINARY LARGE OBJECT', 'BINARY VARYING')
                        """).query(String.class).list().stream()
                .filter(column -> holds(column.split("\\."), word))
                .toList();
    }

    private boolean holds(String[] column, String word) {
        return jdbc
                .sql("select \"" + column[1] + "\" from \"" + column[0] + "\" where \"" + column[1] + "\" is not null")
                .query((row, i) -> new String(row.getBytes(1)))
                .list()
                .stream()
                .anyMatch(value -> value.contains(word));
    }
}
