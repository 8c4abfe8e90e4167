package no.tolv.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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

/**
 * Every way a task can be asked for, by those whose task it is and by those nearest to them whose it is not. For these a
 * task that is there answers as one that never was.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:owntasks;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "TOLV_DEMO_PASSWORD=prove-passord-12",
            "tolv.outbox.folder=target/own-tasks-outbox"
        })
@Import(CaseWalk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("En oppgave åpnes av å ha den eller kunne ta den, og av ingenting annet")
class OwnTasksTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BY_ID = List.of(
            "", "/form", "/form-variables", "/deployed-form", "/variables", "/variables/caseNumber", "/comment");
    private static final List<String> DONE = List.of("/claim", "/complete", "/submit-form", "/assignee", "/unclaim");

    @Autowired
    CaseWalk walk;

    @Autowired
    TestRestTemplate rest;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    JdbcClient jdbc;

    /** Open to the principal's group; to one named person; to a group whose principal is shut out. */
    private Task ofGroup;

    private Task ofOne;
    private Task ofOwner;

    @BeforeAll
    void threeTasks() throws IOException {
        SchoolCase school = new SchoolCase(walk, Profile.MIDTSTUEN);
        ofGroup = theOnly(school.reported(1));
        String investigated = school.reported(2);
        school.received().rolesClarified();
        ofOne = theOnly(investigated);
        assertThat(ofOne.getAssignee()).isEqualTo("midtstuen-counsellor");
        String taken = school.reported(3);
        post("oslo-owner", "/api/cases/" + taken + "/exclusions", """
                {"staff":"midtstuen-principal","reason":"I slekt"}""");
        ofOwner = theOnly(taken);
        passTheDeadline();
    }

    private Task theOnly(String caseNumber) {
        List<Task> open =
                tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list();
        return open.get(0);
    }

    private void passTheDeadline() {
        jdbc.sql("update ACT_RU_TASK set DUE_DATE_ = timestamp '2020-01-01 00:00:00'")
                .update();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "group, midtstuen-principal",
        "one, midtstuen-counsellor",
        "owner, oslo-owner",
    })
    @DisplayName("den som har den eller kan ta den, finner, leser og tar den")
    void opensToItsOwn(String kind, String who) throws IOException {
        Task task = task(kind);
        assertThat(lists(who, task)).as("lists").allMatch(found -> found);
        assertThat(counts(who, task)).as("counts").allMatch(count -> count > 0);
        for (String path : List.of("", "/form", "/form-variables", "/deployed-form", "/variables", "/identity-links")) {
            assertThat(get(who, "/engine-rest/task/" + task.getId() + path)
                            .getStatusCode()
                            .value())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(card(who, "Over frist", task)
                        .path("_embedded")
                        .path("variable")
                        .path(0)
                        .path("value")
                        .asText())
                .isEqualTo(caseNumber(task));
        assertThat(post(who, "/engine-rest/task/" + task.getId() + "/claim", "{\"userId\":\"" + who + "\"}"))
                .isEqualTo(204);
        assertThat(lists(who, task)).as("lists when it is theirs").allMatch(found -> found);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "group, midtstuen-teacher",
        "group, midtstuen-contact-teacher",
        "group, trosterud-principal",
        "group, bergen-owner",
        "group, oslo-owner",
        "group, oslo-monitor",
        "group, admin",
        "one, midtstuen-principal",
        "one, midtstuen-teacher",
        "one, oslo-owner",
        "one, trosterud-principal",
        "owner, midtstuen-principal",
        "owner, midtstuen-deputy-principal",
        "owner, midtstuen-teacher",
        "owner, bergen-owner",
    })
    @DisplayName("for alle andre finnes den ikke")
    void closedToOthers(String kind, String who) throws IOException {
        Task task = task(kind);
        assertThat(lists(who, task)).as("lists").noneMatch(found -> found);
        assertThat(counts(who, task)).as("counts").containsOnly(0);
        assertThat(byId(who, task.getId()))
                .isEqualTo(byId(who, UUID.randomUUID().toString()));
        for (String path : DONE) {
            assertThat(post(who, "/engine-rest/task/" + task.getId() + path, "{\"userId\":\"" + who + "\"}"))
                    .as(path)
                    .isBetween(400, 404);
        }
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .isNotEqualTo(who);
    }

    @Test
    @DisplayName("en rett noen har gitt for hånd, åpner ingen")
    void rowsOpenNone() throws IOException {
        grant("midtstuen-nurse", Resources.TASK, "*", Permissions.ALL);
        grant("midtstuen-nurse", Resources.TASK, ofGroup.getId(), Permissions.READ, Permissions.TASK_WORK);
        grant("midtstuen-nurse", Resources.PROCESS_DEFINITION, "*", Permissions.READ_TASK, Permissions.TASK_WORK);
        closedToOthers("group", "midtstuen-nurse");
    }

    @Test
    @DisplayName("den som leder enheten, ser sakens variabler, andre bare dem som ligger ved egne oppgaver")
    void variables() throws IOException {
        String all = "/engine-rest/variable-instance?processInstanceIdIn=" + ofOne.getProcessInstanceId();
        assertThat(json(get("midtstuen-principal", all))).isNotEmpty();
        assertThat(json(get("trosterud-principal", all))).isEmpty();
        List<String> seen = walk.as(
                "midtstuen-counsellor",
                () -> tasks.getVariables(ofOne.getId()).keySet().stream().toList());
        assertThat(seen).contains("caseNumber");
    }

    @Test
    @DisplayName("har en navngitt gitt den fra seg, går den til rollen og ikke til ingen")
    void neverNobodys() {
        SchoolCase school = new SchoolCase(walk, Profile.TROSTERUD);
        String caseNumber = school.reported(1);
        school.received().rolesClarified();
        Task named = theOnly(caseNumber);
        assertThat(post(named.getAssignee(), "/engine-rest/task/" + named.getId() + "/claim", "{\"userId\":null}"))
                .isEqualTo(204);
        assertThat(tasks.getIdentityLinksForTask(named.getId())).isNotEmpty();
    }

    @Test
    @DisplayName("ingen rad kommer med en sak eller en oppgave")
    void noRowPerTask() {
        long before = rows();
        SchoolCase school = new SchoolCase(walk, Profile.HAGEN);
        school.reported(1);
        school.investigated().planWritten(walk.schoolDayIn(15));
        school.reported(2);
        assertThat(rows()).isEqualTo(before);
    }

    private long rows() {
        return jdbc.sql("select count(*) from ACT_RU_AUTHORIZATION")
                .query(Long.class)
                .single();
    }

    private Task task(String kind) {
        return kind.equals("group") ? ofGroup : kind.equals("one") ? ofOne : ofOwner;
    }

    private String caseNumber(Task task) {
        return (String) tasks.getVariable(task.getId(), "caseNumber");
    }

    /** Whether each list has it. */
    private List<Boolean> lists(String who, Task task) throws IOException {
        List<Boolean> found = new ArrayList<>();
        for (String query : queries(task)) {
            found.add(has(json(get(who, "/engine-rest/task?" + query)), task));
        }
        found.add(has(json(find(who, "/task", eitherOr(task))), task));
        found.add(has(json(find(who, "/task", "{\"taskIdIn\":[\"" + task.getId() + "\"]}")), task));
        found.add(!card(who, "Over frist", task).isMissingNode());
        return found;
    }

    private List<Integer> counts(String who, Task task) throws IOException {
        List<Integer> counted = new ArrayList<>();
        for (String query : queries(task)) {
            counted.add(json(get(
                            who,
                            "/engine-rest/task/count?" + query + "&processInstanceId=" + task.getProcessInstanceId()))
                    .path("count")
                    .asInt());
        }
        counted.add(json(find(who, "/task/count", eitherOr(task))).path("count").asInt());
        return counted;
    }

    private List<String> queries(Task task) {
        return List.of(
                "sortBy=nameCaseInsensitive&sortOrder=asc",
                "processInstanceBusinessKey=" + caseNumber(task),
                "taskVariables=caseNumber_eq_" + caseNumber(task),
                "processVariables=caseNumber_eq_" + caseNumber(task),
                "taskDefinitionKey=" + task.getTaskDefinitionKey() + "&tenantIdIn=" + task.getTenantId());
    }

    private static String eitherOr(Task task) {
        return "{\"processInstanceId\":\"%s\",\"orQueries\":[{\"assigneeLike\":\"%%\",\"priority\":50,\"taskIdIn\":[\"%s\"]}]}"
                .formatted(task.getProcessInstanceId(), task.getId());
    }

    private List<String> byId(String who, String task) {
        List<String> answers = new ArrayList<>();
        for (String path : BY_ID) {
            ResponseEntity<String> answer = get(who, "/engine-rest/task/" + task + path);
            answers.add(path + " " + answer.getStatusCode().value() + " "
                    + String.valueOf(answer.getBody()).replace(task, "?"));
        }
        return answers;
    }

    private static boolean has(JsonNode list, Task task) {
        return StreamSupport.stream(list.spliterator(), false)
                .anyMatch(one -> one.path("id").asText().equals(task.getId()));
    }

    /** The task's card in a shipped filter, as Tasklist fetches it. */
    private JsonNode card(String who, String name, Task task) throws IOException {
        Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        HttpHeaders headers = new HttpHeaders();
        headers.setAccept(List.of(MediaType.valueOf("application/hal+json")));
        JsonNode page = json(rest.withBasicAuth(who, "prove-passord-12")
                .exchange(
                        "/engine-rest/filter/" + filter.getId() + "/list",
                        HttpMethod.GET,
                        new HttpEntity<>(headers),
                        String.class));
        return StreamSupport.stream(page.path("_embedded").path("task").spliterator(), false)
                .filter(one -> one.path("id").asText().equals(task.getId()))
                .findFirst()
                .orElseGet(() -> JSON.createObjectNode().path("missing"));
    }

    private void grant(String who, Resource resource, String id, Permission... permissions) {
        Authorization row = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        row.setUserId(who);
        row.setResource(resource);
        row.setResourceId(id);
        row.setPermissions(permissions);
        authorizations.saveAuthorization(row);
    }

    private static JsonNode json(ResponseEntity<String> answer) throws IOException {
        return JSON.readTree(answer.getBody());
    }

    private ResponseEntity<String> get(String who, String path) {
        return rest.withBasicAuth(who, "prove-passord-12").getForEntity(path, String.class);
    }

    private ResponseEntity<String> find(String who, String path, String query) {
        return rest.withBasicAuth(who, "prove-passord-12")
                .postForEntity("/engine-rest" + path, body(query), String.class);
    }

    private int post(String who, String path, String body) {
        return rest.withBasicAuth(who, "prove-passord-12")
                .postForEntity(path, body(body), String.class)
                .getStatusCode()
                .value();
    }

    private static HttpEntity<String> body(String json) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return new HttpEntity<>(json, headers);
    }
}
