package no.tolv.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases at Midtstuen, one in each state the access matrices speak of, and what stands for the place holders of their paths. */
@TestComponent
class CaseInEachState {

    static final String PASSWORD = "prove-passord-12";

    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    private final CaseWalk walk;
    private final TestRestTemplate rest;
    private final TaskService tasks;
    private final HistoryService history;
    private final JdbcClient jdbc;
    private final Map<String, Map<String, String>> ids = new HashMap<>();

    CaseInEachState(
            CaseWalk walk, @Lazy TestRestTemplate rest, TaskService tasks, HistoryService history, JdbcClient jdbc) {
        this.walk = walk;
        this.rest = rest;
        this.tasks = tasks;
        this.history = history;
        this.jdbc = jdbc;
    }

    /** Walks them all there, the first time it is called. */
    void walkAll() {
        if (ids.isEmpty()) {
            walk();
        }
    }

    private void walk() {
        SchoolCase school = new SchoolCase(walk, Profile.MIDTSTUEN);
        ids.put("running", planned(school, 1));
        ids.put("excluded", planned(school, 2));
        exclude(ids.get("excluded").get("case"));
        report(3, "leader");
        ids.put("leader", known());
        report(4, "pupil");
        school.received().rolesClarified().heardAndInvestigated("yes").analysed("no");
        ids.put("closed", known());
        Map<String, String> missing = new HashMap<>(ids.get("running"));
        missing.replaceAll((name, id) -> name.equals("case") ? "MIDTSTUEN-2026-9999" : NONE);
        ids.put("missing", missing);
    }

    /** A path or body with the ids of that case in the place of {@code <case>}, {@code <task>} and the like. */
    String filled(String state, String text) {
        String filled = text;
        for (Map.Entry<String, String> id : ids.get(state).entrySet()) {
            filled = filled.replace("<" + id.getKey() + ">", id.getValue());
        }
        return filled;
    }

    /** The same text without what tells the cases apart. */
    String neutral(String state, String text) {
        String neutral = text;
        for (String id : ids.get(state).values()) {
            neutral = neutral.replace(id, "");
        }
        return neutral;
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
        assertThat(rest.withBasicAuth("oslo-owner", PASSWORD)
                        .postForEntity("/api/cases/" + caseNumber + "/exclusions", exclusion, String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
    }

    private Map<String, String> known() {
        String caseNumber = walk.file().caseNumber();
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .findFirst()
                .orElse(null);
        Map<String, String> known = new HashMap<>();
        known.put("case", caseNumber);
        known.put("instance", instance(caseNumber));
        known.put("task", task == null ? NONE : task.getId());
        known.put("execution", task == null ? NONE : task.getExecutionId());
        known.put("variable", first("select ID_ from ACT_RU_VARIABLE where PROC_INST_ID_ = ?", known.get("instance")));
        known.put("job", first("select ID_ from ACT_RU_JOB where PROCESS_INSTANCE_ID_ = ?", known.get("instance")));
        known.put("activity", first("select ID_ from ACT_HI_ACTINST where PROC_INST_ID_ = ?", known.get("instance")));
        known.put("document", first("select id from document where case_number = ?", caseNumber));
        return known;
    }

    private String instance(String caseNumber) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey("activityDuty")
                .list()
                .get(0)
                .getId();
    }

    private String first(String sql, String of) {
        return jdbc.sql(sql).param(of).query(String.class).list().stream()
                .findFirst()
                .orElse(NONE);
    }
}
