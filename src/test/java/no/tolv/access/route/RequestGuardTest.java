package no.tolv.access.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@OpenHouse
@DisplayName("Det motoren blir spurt om, leses før motoren leser det")
class RequestGuardTest {

    private static final String TEACHER = "midtstuen-contact-teacher";

    @LocalServerPort
    int port;

    private Caller teacher;
    private Caller admin;

    @BeforeEach
    void call() {
        teacher = Caller.program(port, TEACHER);
        admin = Caller.program(port, "admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"${1}\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${1}\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"nameLike\":\"x\",\"dueBeforeExpression\":\"${1}\"}]}]}",
                "{\"candidateGroupExpression\":\"${currentUserGroups()}\"}",
                "{\"sorting\":[{\"sortBy\":\"name\",\"parameters\":{\"xExpression\":\"${1}\"}}]}",
                "{\"assignee\\u0045xpression\":\"${1}\"}",
                "{\"ASSIGNEEEXPRESSION\":\"${1}\"}",
                "{\"assigneeExpression\":[\"${1}\"]}",
                "{\"assignee\":\"x\",\"assigneeExpression\":\"${1}\",\"assignee\":\"y\"}"
            })
    @DisplayName("et uttrykk avvises, hvor det enn står og hvordan det enn staves")
    void refusesExpressions(String body) {
        for (String path :
                List.of("/engine-rest/task", "/engine-rest/task/count", "/engine-rest/engine/default/task")) {
            assertRefused(teacher.post(path, body), 400, "Uttrykk kan ikke brukes i et søk.");
        }
        assertRefused(
                Caller.browser(port, TEACHER).post("/camunda/api/engine/engine/default/task", body),
                400,
                "Uttrykk kan ikke brukes i et søk.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"assigneeExpression=x", "assignee=x&dueBeforeExpression=%24%7B1%7D", "assignee%45xpression=x"})
    @DisplayName("heller ikke i adressen")
    void refusesExpressionsInTheQuery(String query) {
        assertRefused(teacher.get("/engine-rest/task?" + query), 400, "Uttrykk kan ikke brukes i et søk.");
    }

    @Test
    @DisplayName("vanlige søk går gjennom")
    void lets() {
        String search = "{\"sorting\":[{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}],"
                + "\"processVariables\":[{\"name\":\"caseNumber\",\"operator\":\"eq\",\"value\":\"X\"}],"
                + "\"orQueries\":[{\"name\":\"Ta imot meldingen\",\"assignee\":\"" + TEACHER + "\"}]}";
        HttpResponse<String> answer = teacher.post("/engine-rest/task", search);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(teacher.get("/engine-rest/task?processVariables=caseNumber_eq_X&sortBy=dueDate&sortOrder=asc")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("det som er for stort, for dypt eller ikke kan leses, kommer ikke til motoren")
    void bounds() {
        String deep = "{\"orQueries\":[".repeat(30) + "{}" + "]}".repeat(30);
        assertRefused(teacher.post("/engine-rest/task", deep), 400, "for mange nivåer");
        assertRefused(teacher.post("/engine-rest/task", "{\"name\":"), 400, "ikke gyldig JSON");
        assertRefused(teacher.post("/engine-rest/task", "name=x"), 400, "ikke gyldig JSON");
    }

    @Test
    @DisplayName("det som er for stort, stanses på hver vei inn, også når det ikke sier hvor stort det er")
    void limits() {
        String large = "{\"name\":\"" + "x".repeat(1 << 20) + "\"}";
        assertRefused(teacher.post("/engine-rest/task", large), 413, "opptil 1024 kilobyte");
        assertRefused(teacher.post("/api/cases/X/exclusions", large), 413, "opptil 128 kilobyte");
        assertRefused(admin.post("/api/clock", large), 413, "opptil 128 kilobyte");
        assertRefused(
                admin.send("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=kant", large),
                413,
                "opptil 1024 kilobyte");
        assertRefused(admin.stream("/engine-rest/deployment/create", large), 413, "opptil 1024 kilobyte");
        assertRefused(teacher.stream("/api/cases/X/exclusions", large), 413, "opptil 128 kilobyte");
    }

    @ParameterizedTest
    @CsvSource({
        "assigneeExpression,        ${currentUser()}",
        "candidateGroupsExpression, ${currentUserGroups()}",
        "dueBeforeExpression,       ${now()}"
    })
    @DisplayName("lister som lagres, kan bruke de tre uttrykkene Tasklist trenger")
    void keepsFilters(String field, String expression) {
        assertThat(admin.post("/engine-rest/filter/create", filter(field, expression))
                        .statusCode())
                .isEqualTo(200);
        assertRefused(
                admin.post("/engine-rest/filter/x/list", "{\"" + field + "\":\"" + expression + "\"}"),
                400,
                "Uttrykk kan ikke brukes i et søk.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${currentUser()}${1}",
                " ${currentUser()}",
                "#{currentUser()}",
                "${currentUser().getClass()}",
                "${now().getClass()}"
            })
    @DisplayName("andre uttrykk blir aldri lagret")
    void keepsNothingElse(String expression) {
        assertRefused(
                admin.post("/engine-rest/filter/create", filter("assigneeExpression", expression)),
                400,
                "En lagret liste kan bare bruke ${currentUser()}");
        assertRefused(
                admin.send(
                        "PUT", "/engine-rest/filter/x", "application/json", filter("assigneeExpression", expression)),
                400,
                "En lagret liste kan bare bruke ${currentUser()}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest;x/task",
                "/engine-rest/task;jsessionid=1",
                "//engine-rest/task",
                "/engine-rest//task",
                "/engine-rest/%2e%2e/engine-rest/job",
                "/engine-rest/../engine-rest/job",
                "/engine-rest/./job",
                "/engine-rest/task/..",
                "/engine-rest%2ftask",
                "/engine-rest/task%00",
                "/engine-rest/t%61sk",
                "/%65ngine-rest/job",
                "/engine-rest/job%252f",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/cockpit/plugin/base/static/app/..%5c..%5cx"
            })
    @DisplayName("en adresse har én stavemåte")
    void straightPathsOnly(String path) {
        assertThat(admin.get(path).statusCode()).isEqualTo(400);
        assertThat(Caller.nobody(port).get(path).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Engine-Rest/task",
                "/ENGINE-REST/task",
                "/engine-rest/Task",
                "/engine-rest/task.",
                "/engine-rest/task.json",
                "/engine-rest./task",
                "/engine-rest/application.wadl",
                "/engine-rest/engine/annen/task",
                "/camunda/API/engine/engine/default/task",
                "/engine-rest/task%20"
            })
    @DisplayName("og det er ingen andre navn på det samme")
    void noOtherNames(String path) {
        assertThat(Caller.browser(port, "admin").get(path).statusCode())
                .as(path)
                .isEqualTo(404);
    }

    @Test
    @DisplayName("metoden er den som står i forespørselen, ikke en annen som er gjemt i den")
    void noHiddenMethod() {
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            assertThat(teacher.send("POST", "/engine-rest/task", "application/json", "{}", header, "DELETE")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(teacher.send("GET", "/engine-rest/message", null, null, header, "POST")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(teacher.get("/engine-rest/message?_method=POST").statusCode())
                .isEqualTo(404);
        for (String method : List.of("PATCH", "PROPFIND", "get")) {
            assertThat(teacher.send(method, "/engine-rest/task", null, null).statusCode())
                    .as(method)
                    .isBetween(400, 499);
        }
    }

    private static String filter(String field, String expression) {
        return "{\"resourceType\":\"Task\",\"name\":\"Prøve\",\"properties\":{},\"query\":{\"" + field + "\":\""
                + expression + "\"}}";
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Caller.json(answer).path("detail").asText()).contains(sentence);
    }
}
