package no.tolv.engine.time;

import static no.tolv.deadline.TolvClock.OSLO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Oppgaver får frist, påminnelse og opptrapping fra tabellen «deadlines»")
class TaskDeadlinesTest {

    /** A Friday morning in Oslo. */
    private static final String NOW = "2026-11-20T09:00";

    private final TableEngine tables = new TableEngine(Clock.fixed(instant(NOW), OSLO));

    @AfterEach
    void stop() {
        tables.close();
    }

    private static Instant instant(String oslo) {
        return LocalDateTime.parse(oslo).atZone(OSLO).toInstant();
    }

    private static Date date(String oslo) {
        return Date.from(instant(oslo));
    }

    private UserTaskBuilder task(String name) {
        ProcessBuilder process = Bpmn.createExecutableProcess("walk").camundaHistoryTimeToLiveString("P3650D");
        return process.startEvent().userTask("userTask_" + name).camundaDueDate("${dueAt}");
    }

    private void deploy(UserTaskBuilder task) {
        String id = task.getElement().getId();
        tables.engine
                .getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "walk.bpmn",
                        task.boundaryEvent("remind")
                                .cancelActivity(false)
                                .timerWithDate("${remindAt}")
                                .endEvent()
                                .moveToActivity(id)
                                .boundaryEvent("escalate")
                                .cancelActivity(false)
                                .timerWithDate("${escalateAt}")
                                .endEvent()
                                .done())
                .deploy();
    }

    private ProcessInstance start(String unit, Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(more);
        variables.put("unit", unit);
        return tables.engine.getRuntimeService().startProcessInstanceByKey("walk", variables);
    }

    private Date due(ProcessInstance instance) {
        return tasks(instance).get(0).getDueDate();
    }

    private List<Task> tasks(ProcessInstance instance) {
        return tables.engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .list();
    }

    private Date timer(ProcessInstance instance, String event) {
        Job job = tables.engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(event)
                .singleResult();
        return job.getDuedate();
    }

    @Test
    @DisplayName("Standarden for undersøkelsen: to arbeidsdager, minn om det én før, løft én etter")
    void ordinaryTask() {
        deploy(task("investigate"));
        ProcessInstance instance = start("aune", Map.of());
        assertThat(due(instance)).isEqualTo(date("2026-11-24T16:00"));
        assertThat(timer(instance, "remind")).isEqualTo(date("2026-11-23T16:00"));
        assertThat(timer(instance, "escalate")).isEqualTo(date("2026-11-25T16:00"));
        assertThat(tables.taskDeadlines.escalateTo("aune", "investigate")).isEqualTo("principal");
    }

    @Test
    @DisplayName("Nittedal tar tak innen fire timer")
    void planSpecificHours() {
        deploy(task("receiveReport"));
        ProcessInstance instance = start("hagen", Map.of());
        assertThat(due(instance)).isEqualTo(date("2026-11-20T13:00"));
        assertThat(timer(instance, "remind")).isEqualTo(date("2026-11-20T11:00"));
        assertThat(timer(instance, "escalate")).isEqualTo(date("2026-11-23T09:00"));
    }

    @Test
    @DisplayName("En oppgave for flere elever har frist på hver oppgave og én påminnelse for dem alle")
    void multiInstanceTask() {
        deploy(task("hearOtherPupil")
                .multiInstance()
                .parallel()
                .cardinality("${othersToHear}")
                .multiInstanceDone());
        ProcessInstance instance = start("midtstuen", Map.of("othersToHear", 3));
        assertThat(tasks(instance))
                .hasSize(3)
                .allSatisfy(task -> assertThat(task.getDueDate()).isEqualTo(date("2026-11-23T16:00")));
        assertThat(timer(instance, "remind")).isEqualTo(date("2026-11-23T16:00"));
        assertThat(timer(instance, "escalate")).isEqualTo(date("2026-11-24T16:00"));
    }

    @Test
    @DisplayName("Datoene er lokale: to oppgaver samtidig forstyrrer ikke hverandre")
    void datesAreLocal() {
        deploy(task("investigate"));
        ProcessInstance instance = start("aune", Map.of());
        assertThat(tables.engine.getRuntimeService().getVariables(instance.getId()))
                .doesNotContainKeys("dueAt", "remindAt", "escalateAt");
    }

    @Test
    @DisplayName("En oppgave med frist, men uten påminnelser, og med egne inndata")
    void dueDateOnly() {
        tables.engine
                .getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "walk.bpmn",
                        task("closePlan")
                                .camundaInputParameter("noticeEvent", "closed")
                                .endEvent()
                                .done())
                .deploy();
        assertThat(due(start("aune", Map.of()))).isEqualTo(date("2026-11-25T16:00"));
    }

    @Test
    @DisplayName("Oppfølging av et tiltak følger perioden i planen")
    void followUpMeasure() {
        deploy(task("followUpMeasure"));
        ProcessInstance instance = start("hjellestad", Map.of("periodEndsAt", date("2026-12-11T16:00")));
        assertThat(due(instance)).isEqualTo(date("2026-12-11T16:00"));
        assertThat(timer(instance, "remind")).isEqualTo(date("2026-12-10T16:00"));
        assertThat(timer(instance, "escalate")).isEqualTo(date("2026-12-15T16:00"));
    }

    @Test
    @DisplayName("Planen har frist senest den femte arbeidsdagen etter meldingen")
    void planStandsBeforeTheWall() {
        deploy(task("writePlan"));
        ProcessInstance instance = start("midtstuen", Map.of("wallAt", date("2026-11-26T00:00")));
        assertThat(due(instance)).isEqualTo(date("2026-11-25T16:00"));
        assertThat(timer(instance, "remind")).isEqualTo(date("2026-11-23T16:00"));
        assertThat(timer(instance, "escalate")).isEqualTo(date("2026-11-25T16:00"));
    }

    @Test
    @DisplayName("Ingen rad i tabellen kan flytte undersøkelsen forbi fem arbeidsdager")
    void lawIsFloor() {
        tables.deploy("deadlines", TableEngine.text("deadlines").replaceAll("<text>2</text>", "<text>20</text>"));
        deploy(task("investigate"));
        assertThat(due(start("aune", Map.of()))).isEqualTo(date("2026-11-27T16:00"));
    }

    @Test
    @DisplayName("En endret rad gjelder neste oppgave, ikke den som alt er i gang")
    void changedRow() {
        deploy(task("hearPupil"));
        ProcessInstance before = start("aune", Map.of());
        tables.deploy("deadlines", TableEngine.text("deadlines").replaceAll("\"schoolDays\"", "\"workingHours\""));
        ProcessInstance after = start("aune", Map.of());
        assertThat(due(before)).isEqualTo(date("2026-11-23T16:00"));
        assertThat(due(after)).isEqualTo(date("2026-11-20T10:00"));
    }

    @Test
    @DisplayName("Mangler enheten, sier feilen hvilken variabel det er")
    void missingUnit() {
        deploy(task("investigate"));
        assertThat(catchThrowable(() -> tables.engine.getRuntimeService().startProcessInstanceByKey("walk")))
                .hasStackTraceContaining("«unit»");
    }
}
