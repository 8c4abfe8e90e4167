package no.tolv.scenario;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What somebody was answered before there was a case is what they must be answered while it runs and is hidden from
 * them: in lists and counts by the same words, by id by the words for an id nobody has.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:hiddencase;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "TOLV_DEMO_PASSWORD=prove-passord-12",
            "tolv.outbox.folder=target/hidden-case-outbox"
        })
@Import(CaseWalk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("En sak som er lukket for noen, finnes ikke i motorens egne veier heller")
class HiddenCaseTest {

    private static final String PRINCIPAL = "midtstuen-principal";
    private static final String TEACHER = "midtstuen-contact-teacher";
    private static final String OWNER = "oslo-owner";

    /** Those who never had the case, and those it is taken from. */
    private static final List<String> READERS = List.of(
            PRINCIPAL,
            "midtstuen-deputy-principal",
            "trosterud-principal",
            "bergen-owner",
            "admin",
            "oslo-monitor",
            "midtstuen-assistant",
            TEACHER);

    private static final int WARM_UP = 50;
    private static final int MEASURED = 200;

    private static final List<String> REST = List.of("/engine-rest", "/camunda/api/engine/engine/default");

    private static final List<String> LISTED = List.of(
            "process-instance",
            "execution",
            "variable-instance",
            "incident",
            "job",
            "event-subscription",
            "external-task",
            "history/process-instance",
            "history/activity-instance",
            "history/variable-instance",
            "history/detail",
            "history/task",
            "history/incident",
            "history/job-log",
            "history/identity-link-log",
            "history/user-operation",
            "history/external-task-log",
            "history/decision-instance");

    private static final List<String> COUNTED = List.of(
            "/process-definition/statistics?failedJobs=true&incidents=true",
            "/process-definition/key/activityDuty/statistics?failedJobs=true&incidents=true",
            "/process-definition/key/activityPlan/statistics",
            "/process-definition/key/measureFollowUp/statistics",
            "/process-instance/count?active=true",
            "/process-instance?processDefinitionKey=activityDuty",
            "/job/count?timers=true",
            "/metrics/root-process-instance-start/sum",
            "/metrics/activity-instance-start/sum");

    private static final List<String> COCKPIT = List.of(
            "/process-definition/statistics",
            "/process-definition/statistics-count",
            "/process-instance",
            "/process-instance/count",
            "/incident",
            "/incident/count");

    private static final List<String> TASKS = List.of("/task", "/task/count");

    @LocalServerPort
    int port;

    @Autowired
    CaseWalk walk;

    @Autowired
    TestRestTemplate rest;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("accessSetup")
    SmartInitializingSingleton accessSetup;

    @Autowired
    @Qualifier("hideCases")
    SmartInitializingSingleton hideCases;

    private final Map<String, Desk> desks = new HashMap<>();
    private final Map<String, Map<String, String>> before = new HashMap<>();
    private SchoolCase school;
    private String hidden;

    @BeforeAll
    void aCaseThatIsToBeHidden() {
        school = new SchoolCase(walk, Profile.MIDTSTUEN);
        String other = walk.report(TEACHER, Answers.reportConcern(Profile.MIDTSTUEN.pupil(2), walk.today()));
        incidentIn(other);
        READERS.forEach(who -> desks.put(who, new Desk(port, who, "prove-passord-12")));
        READERS.forEach(who -> before.put(who, answers(who)));
        hidden = walk.report("midtstuen-assistant", Answers.reportConcern(Profile.MIDTSTUEN.pupil(1), walk.today()));
        school.investigated().planWritten(walk.schoolDayIn(15));
        incidentIn(hidden);
    }

    private void incidentIn(String caseNumber) {
        Task waiting = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .get(0);
        runtime.createIncident("prøve", waiting.getExecutionId(), "prøve", "uten innhold");
    }

    @Test
    @Order(1)
    @DisplayName("rektor ser den til å begynne med, i lister og tall")
    void seenByThePrincipal() {
        Map<String, String> now = answers(PRINCIPAL);
        List<String> changed = now.keySet().stream()
                .filter(path -> !now.get(path).equals(before.get(PRINCIPAL).get(path)))
                .toList();
        assertThat(changed)
                .contains(
                        "/engine-rest/process-instance",
                        "/engine-rest/process-instance/count",
                        "/engine-rest/execution",
                        "/engine-rest/variable-instance",
                        "/engine-rest/incident",
                        "/engine-rest/incident/count",
                        "/engine-rest/job",
                        "/engine-rest/event-subscription",
                        "/engine-rest/process-definition/statistics?failedJobs=true&incidents=true",
                        "/engine-rest/process-definition/key/activityPlan/statistics",
                        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                        "/camunda/api/cockpit/plugin/base/default/process-instance",
                        "/camunda/api/cockpit/plugin/base/default/incident/count");
        assertThat(now.get("/engine-rest/process-instance")).contains(hidden);
    }

    @Test
    @Order(2)
    @DisplayName("en annen skole, prosessadministratoren, tilsynet og den som bare meldte, har aldri sett den")
    void neverSeen() {
        for (String who : READERS) {
            if (!who.equals(PRINCIPAL) && !who.equals(TEACHER)) {
                sameAsBefore(who);
                sameAsMissing(who);
            }
        }
        assertThatThrownBy(management::reportDbMetricsNow).hasMessageContaining("disabled");
        assertThat(before.get("oslo-monitor").values()).noneMatch(answer -> answer.contains("MIDTSTUEN-"));
        assertThat(before.get("admin").values()).noneMatch(answer -> answer.contains("MIDTSTUEN-"));
    }

    @Test
    @Order(3)
    @DisplayName("læreren ser oppgaven sin, ikke saksgangen")
    void teacherSeesTheTask() {
        Map<String, String> now = answers(TEACHER);
        now.keySet().stream()
                .filter(path -> TASKS.stream().noneMatch(path::endsWith))
                .forEach(path -> assertThat(now.get(path))
                        .as(path)
                        .isEqualTo(before.get(TEACHER).get(path)));
        assertThat(now.get("/engine-rest/task")).contains("userTask_followUpMeasure");
        for (String instance : instances(hidden)) {
            assertThat(desks.get(TEACHER).get("/engine-rest/process-instance/" + instance))
                    .isEqualTo(desks.get(TEACHER).get("/engine-rest/process-instance/" + UUID.randomUUID()));
        }
    }

    @Test
    @Order(4)
    @DisplayName("rektor tas ut: med økten åpen svarer alt som om saken aldri var der")
    void hiddenFromThePrincipal() {
        assertThat(exclude(OWNER, PRINCIPAL)).isEqualTo(201);
        for (String who : List.of(PRINCIPAL, "midtstuen-deputy-principal")) {
            sameAsBefore(who);
            sameAsMissing(who);
        }
        assertThat(rows()).hasSize(instances(hidden).size());
        assertThat(new Desk(port, OWNER, "prove-passord-12").get("/engine-rest/process-instance"))
                .contains(hidden);
    }

    @Test
    @Order(5)
    @DisplayName("det som starter etterpå, er skjult fra det starter, også mens det venter på en jobb")
    void laterInstancesAreHidden() {
        int running = instances(hidden).size();
        walk.turnTo(hidden);
        walk.holdJobs(() -> {
            walk.registerEvent(OWNER, Answers.caseEvent(hidden, "serious", walk.today()));
            assertThat(instances(hidden)).hasSizeGreaterThan(running);
            sameAsBefore(PRINCIPAL);
            sameAsMissing(PRINCIPAL);
        });
        sameAsBefore(PRINCIPAL);
        sameAsMissing(PRINCIPAL);
    }

    @Test
    @Order(6)
    @DisplayName("svaret tar like lang tid enten saken er skjult eller ikke finnes")
    void takesAsLong() {
        Desk out = desks.get(PRINCIPAL);
        List<Long> concealed = new ArrayList<>();
        List<Long> missing = new ArrayList<>();
        for (int round = 0; round < WARM_UP + MEASURED; round++) {
            concealed.add(nanos(() -> out.get("/api/cases/" + hidden)));
            missing.add(nanos(() -> out.get("/api/cases/MIDTSTUEN-2020-9999")));
        }
        double ratio = median(concealed) / median(missing);
        System.out.printf("hidden / missing: %.2f%n", ratio);
        assertThat(ratio).isBetween(0.5, 2.0);
        assertThat(out.get("/api/cases/" + hidden).replace(hidden, "?"))
                .isEqualTo(out.get("/api/cases/MIDTSTUEN-2020-9999").replace("MIDTSTUEN-2020-9999", "?"));
    }

    private static long nanos(Runnable call) {
        long start = System.nanoTime();
        call.run();
        return System.nanoTime() - start;
    }

    private static double median(List<Long> nanos) {
        return nanos.stream()
                .skip(WARM_UP)
                .sorted()
                .skip((nanos.size() - WARM_UP) / 2)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(7)
    @DisplayName("den som leder én skole og får timer ved en annen, ser ikke den andres saker")
    void rolesDoNotMix() {
        Desk both = desks.get("trosterud-principal");
        jdbc.sql(
                        "insert into staff_role (staff_id, unit_id, role_id) values ('trosterud-principal', 'midtstuen', 'teacher')")
                .update();
        accessSetup.afterSingletonsInstantiated();
        assertThat(both.get("/engine-rest/process-instance")).contains(hidden);
        hideCases.afterSingletonsInstantiated();
        assertThat(both.get("/engine-rest/process-instance")).doesNotContain("MIDTSTUEN-");
        assertThat(both.get("/api/cases/" + hidden)).startsWith("404");
        walk.report(TEACHER, Answers.reportConcern(Profile.MIDTSTUEN.pupil(3), walk.today()));
        assertThat(both.get("/engine-rest/process-instance")).doesNotContain("MIDTSTUEN-");
    }

    @Test
    @Order(8)
    @DisplayName("den som slutter, mister saken med økten åpen")
    void thoseWhoLeave() {
        Desk counsellor = new Desk(port, "midtstuen-counsellor", "prove-passord-12");
        assertThat(counsellor.get("/api/cases/" + hidden)).startsWith("200");
        jdbc.sql("delete from staff_role where staff_id = 'midtstuen-counsellor'")
                .update();
        jdbc.sql("update staff set active = false where id = 'midtstuen-counsellor'")
                .update();
        accessSetup.afterSingletonsInstantiated();
        assertThat(counsellor.get("/api/cases/" + hidden))
                .doesNotStartWith("200")
                .doesNotContain("Elev");
        assertThat(counsellor.get("/engine-rest/task")).doesNotContain("userTask_");
    }

    @Test
    @Order(9)
    @DisplayName("rader finnes bare så lenge noe går i saken")
    void rowsGoWithTheInstances() {
        instances(hidden).stream()
                .filter(id -> runtime.createProcessInstanceQuery()
                                .processInstanceId(id)
                                .count()
                        > 0)
                .forEach(id -> runtime.deleteProcessInstance(id, "prøven er over", true, true, true, true));
        assertThat(rows()).extracting(Authorization::getUserId).doesNotContain(PRINCIPAL);
    }

    private Map<String, String> answers(String who) {
        return paths().collect(toMap(path -> path, path -> desks.get(who).get(path)));
    }

    private static Stream<String> paths() {
        List<String> paths = new ArrayList<>();
        for (String root : REST) {
            LISTED.forEach(list -> paths.addAll(List.of(root + "/" + list, root + "/" + list + "/count")));
            COUNTED.forEach(count -> paths.add(root + count));
            TASKS.forEach(task -> paths.add(root + task));
        }
        COCKPIT.forEach(path -> paths.add("/camunda/api/cockpit/plugin/base/default" + path));
        return paths.stream();
    }

    private void sameAsBefore(String who) {
        Map<String, String> now = answers(who);
        assertThat(now.keySet().stream()
                        .filter(path -> !now.get(path).equals(before.get(who).get(path))))
                .as("what %s is told otherwise than before", who)
                .isEmpty();
        assertThat(now.values()).noneMatch(answer -> answer.contains(hidden));
    }

    /** By id, every thing of the case answers as an id that was never given. */
    private void sameAsMissing(String who) {
        List<String> paths = byId().toList();
        assertThat(paths).hasSizeGreaterThan(100);
        assertThat(paths.stream().filter(path -> !isAsMissing(who, path)))
                .as("what tells %s that an id is there", who)
                .isEmpty();
    }

    private boolean isAsMissing(String who, String path) {
        String id = path.replaceAll(".*\\[(.*)].*", "$1");
        String made = UUID.randomUUID().toString();
        String there = desks.get(who).get(path.replace("[" + id + "]", id)).replace(id, "?");
        return there.equals(
                desks.get(who).get(path.replace("[" + id + "]", made)).replace(made, "?"));
    }

    private Stream<String> byId() {
        Stream<String> found = Stream.of(
                        instances(hidden).stream()
                                .flatMap(id -> Stream.of(
                                        "/process-instance/[" + id + "]",
                                        "/process-instance/[" + id + "]/activity-instances",
                                        "/process-instance/[" + id + "]/variables",
                                        "/process-instance/[" + id + "]/variables/caseNumber",
                                        "/process-instance/[" + id + "]/comment",
                                        "/process-instance?processInstanceIds=[" + id + "]",
                                        "/process-instance/count?superProcessInstance=[" + id + "]",
                                        "/execution?processInstanceId=[" + id + "]",
                                        "/incident/count?processInstanceId=[" + id + "]",
                                        "/job/count?processInstanceId=[" + id + "]",
                                        "/task/count?processInstanceId=[" + id + "]",
                                        "/history/process-instance/[" + id + "]",
                                        "/history/activity-instance?processInstanceId=[" + id + "]",
                                        "/history/user-operation?processInstanceId=[" + id + "]")),
                        executions().map(id -> "/execution/[" + id + "]"),
                        executions().map(id -> "/execution/[" + id + "]/localVariables"),
                        variables().map(id -> "/variable-instance/[" + id + "]"),
                        incidents().map(id -> "/incident/[" + id + "]"),
                        jobs().map(id -> "/job/[" + id + "]"),
                        tasks().flatMap(id -> Stream.of(
                                "/task/[" + id + "]",
                                "/task/[" + id + "]/form",
                                "/task/[" + id + "]/form-variables",
                                "/task/[" + id + "]/deployed-form",
                                "/task/[" + id + "]/variables",
                                "/task/[" + id + "]/comment",
                                "/task/[" + id + "]/identity-links",
                                "/history/task?taskId=[" + id + "]")))
                .flatMap(paths -> paths);
        Stream<String> inRest = found.flatMap(path -> REST.stream().map(root -> root + path));
        Stream<String> inCockpit = instances(hidden).stream()
                .map(id -> "/camunda/api/cockpit/plugin/base/default/process-instance/[" + id
                        + "]/called-process-instances");
        return Stream.concat(inRest, inCockpit);
    }

    private List<String> instances(String caseNumber) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    private Stream<String> executions() {
        return runtime.createExecutionQuery().processInstanceBusinessKey(hidden).list().stream()
                .map(Execution::getId)
                .limit(3);
    }

    private Stream<String> variables() {
        return runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(instances(hidden).toArray(String[]::new))
                .list()
                .stream()
                .map(VariableInstance::getId)
                .limit(3);
    }

    private Stream<String> incidents() {
        return instances(hidden).stream()
                .flatMap(id -> runtime.createIncidentQuery().processInstanceId(id).list().stream())
                .map(Incident::getId);
    }

    private Stream<String> jobs() {
        return instances(hidden).stream()
                .flatMap(id -> management.createJobQuery().processInstanceId(id).list().stream())
                .map(Job::getId)
                .limit(3);
    }

    private Stream<String> tasks() {
        return tasks.createTaskQuery().processInstanceBusinessKey(hidden).list().stream()
                .map(Task::getId)
                .limit(2);
    }

    private List<Authorization> rows() {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_REVOKE)
                .list();
    }

    private int exclude(String by, String staff) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return rest.withBasicAuth(by, "prove-passord-12")
                .exchange(
                        "/api/cases/" + hidden + "/exclusions",
                        HttpMethod.POST,
                        new HttpEntity<>("{\"staff\":\"" + staff + "\",\"reason\":\"I slekt\"}", headers),
                        String.class)
                .getStatusCode()
                .value();
    }
}
