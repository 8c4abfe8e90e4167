package no.tolv.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.tolv.robust.TolvHttp.Reply;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningTolv
@DisplayName("En lagret liste spør bare om det Tasklist trenger, også når administratoren har laget den")
class StoredFiltersTest {

    private static final String MARKER = "hostile.marker";
    private static final String EVIL =
            "${''.getClass().forName('hostile.Marker').getDeclaredConstructor().newInstance()}";
    private static final String PRINCIPAL = "midtstuen-principal";
    private static final String FILTERS = "/engine-rest/filter";

    @LocalServerPort
    int port;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private TolvHttp tolv;

    @BeforeEach
    void open() {
        tolv = new TolvHttp(port);
        System.clearProperty(MARKER);
    }

    @AfterEach
    void nothingHasRun() {
        assertThat(System.getProperty(MARKER)).isNull();
        jdbc.sql("delete from act_ru_filter where name_ = 'Prøve'").update();
    }

    @Test
    @DisplayName("Administratoren lager, endrer og sletter en liste for alle; ingen andre gjør det")
    void whoWritesThem() {
        Map<String, Object> query = Map.of(
                "dueBeforeExpression",
                "${now()}",
                "orQueries",
                List.of(Map.of(
                        "assigneeExpression",
                        "${currentUser()}",
                        "candidateGroupsExpression",
                        "${currentUserGroups()}")));
        assertThat(tolv.post(PRINCIPAL, FILTERS + "/create", filter(query)).status())
                .isEqualTo(403);
        Reply made = tolv.post("admin", FILTERS + "/create", filter(query)).ok();
        String path = FILTERS + "/" + made.json().path("id").asText();
        assertThat(tolv.get(PRINCIPAL, FILTERS).ok().text()).contains("Prøve");
        assertThat(tolv.get(PRINCIPAL, path + "/list").ok().json().isArray()).isTrue();
        assertThat(tolv.put(PRINCIPAL, path, filter(Map.of())).status()).isEqualTo(403);
        assertThat(tolv.delete(PRINCIPAL, path).status()).isEqualTo(403);
        tolv.put("admin", path, filter(Map.of("assigneeExpression", "${currentUser()}")))
                .ok();
        assertThat(tolv.get("admin", path).ok().json().path("query").has("orQueries"))
                .isTrue();
        tolv.delete("admin", path).ok();
        assertThat(tolv.get(PRINCIPAL, path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {EVIL, "${dateTime().plusDays(1)}", "${currentUser() }", "x${now()}", "#{now()}", "${task}", ""})
    @DisplayName("Et annet uttrykk lagres ikke, hvor det enn står og hvem som enn skriver det")
    void otherExpressions(String expression) {
        String path = FILTERS + "/" + save(tasks.createTaskQuery()).getId();
        for (Map<String, Object> query : List.<Map<String, Object>>of(
                Map.of("assigneeExpression", expression),
                Map.of("orQueries", List.of(Map.of("name", "x"), Map.of("dueAfterExpression", expression))),
                Map.of("orQueries", List.of(Map.of("orQueries", List.of(Map.of("ownerExpression", expression))))))) {
            for (Reply refused : List.of(
                    tolv.post("admin", FILTERS + "/create", filter(query)),
                    tolv.put("admin", path, filter(query)),
                    tolv.post(PRINCIPAL, path + "/list", query),
                    tolv.post(PRINCIPAL, path + "/count", query))) {
                assertThat(refused.status()).as(refused.text()).isEqualTo(400);
                assertThat(refused.json().path("detail").asText())
                        .containsPattern("bare bruke .*\\$\\{now\\(\\)}|Uttrykk kan ikke brukes i et søk");
            }
        }
        assertThat(filters.createTaskFilterQuery().filterName("Prøve").count()).isOne();
    }

    @Test
    @DisplayName("Forbi døra lagrer motoren heller ikke et annet uttrykk")
    void pastTheDoor() {
        for (String expression : List.of(EVIL, "${dateTime().plusDays(1)}", "${currentUser() }", "x${now()}")) {
            assertThatThrownBy(() -> save(tasks.createTaskQuery().taskAssigneeExpression(expression)))
                    .as(expression)
                    .hasMessageContaining("Uttrykket er ikke tillatt");
            assertThatThrownBy(() -> save(tasks.createTaskQuery()
                            .or()
                            .taskAssigneeExpression(expression)
                            .taskName("x")
                            .endOr()))
                    .as(expression + " i or")
                    .hasMessageContaining("Uttrykket er ikke tillatt");
        }
    }

    @Test
    @DisplayName("Det som ser ut som et uttrykk der en verdi skal stå, er en tekst som ikke passer på noe")
    void values() {
        Map<String, Object> query = Map.of(
                "assignee",
                EVIL,
                "orQueries",
                List.of(Map.of("processVariables", List.of(Map.of("name", EVIL, "operator", "eq", "value", EVIL)))));
        String path = FILTERS + "/"
                + tolv.post("admin", FILTERS + "/create", filter(query))
                        .ok()
                        .json()
                        .path("id")
                        .asText();
        assertThat(tolv.get(PRINCIPAL, path + "/list").ok().text()).isEqualTo("[]");
        assertThat(tolv.post(PRINCIPAL, path + "/list", Map.of("name", EVIL))
                        .ok()
                        .text())
                .isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dueBeforeExpression\":\"${currentUser()}\"}",
                "{\"assigneeExpression\":\"${now()}\"}",
                "{\"candidateGroupsExpression\":\"${currentUser()}\"}",
                "{\"candidateUser\":\"a\",\"candidateGroup\":\"b\"}",
                "{\"includeAssignedTasks\":true}",
                "{\"sorting\":[{\"sortBy\":\"processVariable\",\"sortOrder\":\"asc\","
                        + "\"parameters\":{\"variable\":\"x\",\"type\":\"Object\"}}]}"
            })
    @DisplayName("En liste ingen kan spørre om, lagres ikke, og tar ikke fra noen listene de har")
    void impossible(String query) throws IOException {
        Map<?, ?> impossible = new ObjectMapper().readValue(query, Map.class);
        String path = FILTERS + "/" + save(tasks.createTaskQuery()).getId();
        List<Reply> refusals = new ArrayList<>(List.of(
                tolv.post("admin", FILTERS + "/create", filter(impossible)),
                tolv.put("admin", path, filter(impossible))));
        if (!query.contains("Expression")) {
            refusals.add(tolv.post(PRINCIPAL, path + "/list", impossible));
            refusals.add(tolv.post(PRINCIPAL, path + "/count", impossible));
        }
        for (Reply refused : refusals) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(400);
            assertThat(refused.json().path("detail").asText()).contains("kan ikke stilles slik");
        }
        assertThat(filters.createTaskFilterQuery().filterName("Prøve").count()).isOne();
        tolv.get(PRINCIPAL, FILTERS).ok();
    }

    private static Map<String, Object> filter(Map<?, ?> query) {
        return Map.of("resourceType", "Task", "name", "Prøve", "properties", Map.of(), "query", query);
    }

    private Filter save(TaskQuery query) {
        Filter filter = filters.newTaskFilter("Prøve");
        filter.setQuery((TaskQueryImpl) query);
        return filters.saveFilter(filter);
    }
}
