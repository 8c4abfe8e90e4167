package no.tolv.access.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.tolv.deadline.TolvClock;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

@OpenHouse
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Det andre enheter har, svarer som det som ikke finnes")
class ByIdTest {

    private static final String MISSING = "finnes-ikke";
    private static final Pattern FIRST_ID = Pattern.compile("\\{(id|varId|commentId|attachmentId|userId)}");

    @LocalServerPort
    int port;

    @Autowired
    WebApplicationContext application;

    @Autowired
    Routes routes;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    TolvClock clock;

    private Map<String, String> atMidtstuen;
    private RunningCase midtstuen;

    @BeforeAll
    void aCase() {
        midtstuen = RunningCase.reported(port, clock.today());
        String instance = midtstuen.instance();
        String execution =
                tasks.createTaskQuery().taskId(midtstuen.task()).singleResult().getExecutionId();
        atMidtstuen = Map.of(
                "task",
                midtstuen.task(),
                "process-instance",
                instance,
                "execution",
                execution,
                "variable-instance",
                runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .list()
                        .get(0)
                        .getId(),
                "job",
                management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .list()
                        .get(0)
                        .getId(),
                "incident",
                runtime.createIncident("prøve", execution, null).getId(),
                "history/activity-instance",
                history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .list()
                        .get(0)
                        .getId(),
                "user",
                "midtstuen-teacher",
                "group",
                "midtstuen.teacher",
                "tenant",
                "midtstuen");
    }

    @Test
    @DisplayName("alle veier til én ting, lest og skrevet, for en leder ved en annen skole")
    void foreignIsMissing() {
        Caller program = Caller.program(port, "trosterud-principal");
        Caller browser = Caller.browser(port, "trosterud-principal");
        List<FoundRoute> byId = byId().toList();
        assertThat(byId).hasSizeGreaterThan(50);
        byId.forEach(route -> {
            Caller caller = route.path().startsWith("/camunda") ? browser : program;
            HttpResponse<String> foreign = call(caller, route, foreignId(route).orElseThrow());
            HttpResponse<String> missing = call(caller, route, MISSING);
            assertThat(foreign.statusCode()).as("%s: %s", route, foreign.body()).isLessThan(500);
            assertThat(foreign.statusCode()).as("%s: %s", route, foreign.body()).isEqualTo(missing.statusCode());
            assertThat(neutral(foreign.body(), foreignId(route).orElseThrow()))
                    .as(route.toString())
                    .isEqualTo(neutral(missing.body(), MISSING));
        });
        System.out.println(byId.size() + " routes by id");
    }

    @Test
    @DisplayName("den det gjelder, kommer fram på de samme veiene")
    void opensAtHome() {
        Caller principal = Caller.program(port, "midtstuen-principal");
        for (String path : List.of("/task/" + midtstuen.task(), "/process-instance/" + midtstuen.instance())) {
            assertThat(principal.get("/engine-rest" + path).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("tall teller bare det en selv kan se")
    void countsOnesOwn() {
        for (String who : List.of("trosterud-principal", "admin")) {
            Caller caller = Caller.browser(port, who);
            for (String count : List.of(
                    "/engine-rest/process-instance/count",
                    "/camunda/api/cockpit/plugin/base/default/process-instance/count")) {
                assertThat(Caller.json(caller.get(count)).path("count").asInt(-1))
                        .as(who + count)
                        .isZero();
            }
            for (String counts : List.of(
                    "/engine-rest/process-definition/statistics",
                    "/engine-rest/process-definition/key/activityDuty/statistics",
                    "/camunda/api/cockpit/plugin/base/default/process-definition/statistics")) {
                HttpResponse<String> answer = caller.get(counts);
                assertThat(answer.statusCode()).as(who + counts).isEqualTo(200);
                assertThat(answer.body()).as(who + counts).doesNotContainPattern("[iI]nstances\"?:[1-9]");
            }
        }
    }

    @Test
    @DisplayName("en sak uten enhet starter aldri")
    void neverWithoutUnit() {
        Caller admin = Caller.program(port, "admin");
        for (String how : List.of("submit-form", "start")) {
            HttpResponse<String> answer =
                    admin.post("/engine-rest/process-definition/key/activityDuty/" + how, "{\"variables\":{}}");
            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        }
        assertThat(runtime.createProcessInstanceQuery().withoutTenantId().count())
                .isZero();
        assertThat(runtime.createProcessInstanceQuery().count()).isPositive();
    }

    private Stream<FoundRoute> byId() {
        return RunningRoutes.of(application).stream()
                .filter(route -> route.path().matches("(/engine-rest|/camunda/api/(engine|cockpit)).*"))
                .filter(route -> !route.path().startsWith("/engine-rest/engine"))
                .filter(route -> !route.method().equals("OPTIONS"))
                .filter(route -> foreignId(route).isPresent())
                .filter(route -> routes.of(route.method(), route.called())
                        .filter(row ->
                                row.who().contains(Who.STAFF) || row.who().contains(Who.MANAGERS))
                        .isPresent());
    }

    private Optional<String> foreignId(FoundRoute route) {
        return atMidtstuen.keySet().stream()
                .filter(kind -> route.path()
                        .matches(
                                "(/engine-rest|/camunda/api/engine/engine/\\{name}|/camunda/api/cockpit/plugin/base/\\{engine})/"
                                        + kind + "/\\{id}.*"))
                .map(atMidtstuen::get)
                .findFirst();
    }

    private static HttpResponse<String> call(Caller caller, FoundRoute route, String id) {
        String path = new FoundRoute(
                        route.method(),
                        FIRST_ID.matcher(route.path()).replaceFirst(id).replace("{varId}", "caseNumber"))
                .called();
        return route.method().matches("GET|DELETE")
                ? caller.send(route.method(), path, null, null)
                : caller.send(route.method(), path, "application/json", "{}");
    }

    private static String neutral(String body, String id) {
        return body.replace(id, "");
    }
}
