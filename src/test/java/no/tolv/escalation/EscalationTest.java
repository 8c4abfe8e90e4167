package no.tolv.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.LogEntry;
import no.tolv.engine.Decisions;
import no.tolv.engine.FormReader;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Processes;
import no.tolv.engine.Submission;
import no.tolv.engine.time.TaskDeadlines;
import no.tolv.engine.time.WaitingTasks;
import no.tolv.letter.LetterGround;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

@DisplayName("Varsler, påminnelser og eskalering")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscalationTest {

    private static final String DUTY = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <process id="activityDuty" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="startEvent_reported"/>
                <sequenceFlow id="flow_1" sourceRef="startEvent_reported" targetRef="serviceTask_releaseNotices"/>
                <serviceTask id="serviceTask_releaseNotices" camunda:delegateExpression="${releaseNotices}">
                  <extensionElements><camunda:inputOutput>
                    <camunda:inputParameter name="noticeEvent">${event}</camunda:inputParameter>
                  </camunda:inputOutput></extensionElements>
                </serviceTask>
                <sequenceFlow id="flow_2" sourceRef="serviceTask_releaseNotices" targetRef="userTask_receiveReport"/>
                <userTask id="userTask_receiveReport" name="Ta imot meldingen"
                    camunda:candidateGroups="hagen.principal,hagen.deputyPrincipal" camunda:dueDate="2026-11-24T15:00:00"/>
                <sequenceFlow id="flow_3" sourceRef="userTask_receiveReport" targetRef="endEvent_received"/>
                <endEvent id="endEvent_received"/>
                <boundaryEvent id="event_remind" attachedToRef="userTask_receiveReport" cancelActivity="false">
                  <timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>
                </boundaryEvent>
                <sequenceFlow id="flow_4" sourceRef="event_remind" targetRef="endEvent_reminded"/>
                <endEvent id="endEvent_reminded">
                  <messageEventDefinition camunda:delegateExpression="${remindTask}"/>
                </endEvent>
                <boundaryEvent id="event_escalate" attachedToRef="userTask_receiveReport" cancelActivity="false">
                  <timerEventDefinition><timeDuration>PT2H</timeDuration></timerEventDefinition>
                </boundaryEvent>
                <sequenceFlow id="flow_5" sourceRef="event_escalate" targetRef="endEvent_escalated"/>
                <endEvent id="endEvent_escalated">
                  <messageEventDefinition camunda:delegateExpression="${escalateTask}"/>
                </endEvent>
              </process>
              <process id="ownerNotice" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="startEvent_released"/>
                <sequenceFlow id="flow_6" sourceRef="startEvent_released" targetRef="serviceTask_notifySchoolOwner"/>
                <serviceTask id="serviceTask_notifySchoolOwner" camunda:delegateExpression="${notifySchoolOwner}"/>
                <sequenceFlow id="flow_7" sourceRef="serviceTask_notifySchoolOwner" targetRef="userTask_confirmReceipt"/>
                <userTask id="userTask_confirmReceipt" name="Bekreft mottatt varsel"/>
              </process>
            </definitions>
            """;

    private LetterGround ground;
    private ProcessEngine engine;
    private String caseNumber;

    /** What other packages answer; their own tests show that they answer so. */
    static class Neighbours {

        @Bean
        Decisions decisions() {
            return mock(Decisions.class);
        }

        @Bean
        Processes processes() {
            return mock(Processes.class);
        }

        @Bean
        TaskDeadlines taskDeadlines() {
            return mock(TaskDeadlines.class);
        }
    }

    @BeforeAll
    void start() {
        ground = new LetterGround(
                Map.of(),
                Neighbours.class,
                WaitingTasks.class,
                NoticeRules.class,
                Notices.class,
                NoticeMails.class,
                RoleHolders.class,
                SystemLog.class,
                TaskMails.class,
                ReleaseNotices.class,
                NotifySchoolOwner.class,
                RemindTask.class,
                EscalateTask.class,
                ConfirmReceipt.class);
        engine = engine();
    }

    @BeforeEach
    void newCase() {
        caseNumber = ground.openCase("hagen");
        reset(ground.get(Decisions.class));
        startOwnerNoticeForReal();
    }

    private ProcessEngine engine() {
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setDataSource(ground.get(DataSource.class));
        configuration.setTransactionManager(ground.get(DataSourceTransactionManager.class));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(new HashMap<>(Map.of(
                "releaseNotices", ground.get(ReleaseNotices.class),
                "notifySchoolOwner", ground.get(NotifySchoolOwner.class),
                "remindTask", ground.get(RemindTask.class),
                "escalateTask", ground.get(EscalateTask.class))));
        ProcessEngine built = configuration.buildProcessEngine();
        built.getRepositoryService()
                .createDeployment()
                .addString("test.bpmn", DUTY)
                .deploy();
        return built;
    }

    private void startOwnerNoticeForReal() {
        doAnswer(call -> engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                call.getArgument(0), call.getArgument(1), call.<Map<String, Object>>getArgument(3)))
                .when(ground.get(Processes.class))
                .start(eq("ownerNotice"), any(), any(), anyMap());
    }

    @AfterAll
    void stop() {
        engine.close();
        ground.close();
    }

    @Test
    @DisplayName("en melding går til rektor, og loggen viser det")
    void reported() {
        rule("reported", "principal", "caseReported", false);
        run("reported", Map.of());
        assertThat(mails()).containsExactly("hagen-principal caseReported");
        assertThat(log()).extracting(LogEntry::duty).containsExactly(Duty.NOTIFY);
        assertThat(log().get(0).what()).startsWith("Varsel til rektor: Det er meldt en bekymring");
    }

    @Test
    @DisplayName("samme hendelse to ganger gir ett varsel, ny runde gir et nytt")
    void once() {
        rule("reported", "principal", "caseReported", false);
        run("reported", Map.of());
        run("reported", Map.of());
        assertThat(mails()).hasSize(1);
        ground.get(CaseFiles.class).nextRound(caseNumber);
        run("reported", Map.of());
        assertThat(mails()).hasSize(2);
    }

    @Test
    @DisplayName("første forlengelse går til skoleeier, som bekrefter")
    void extended() {
        rule("planExtended", "owner", "ownerNotice", true);
        run("planExtended", Map.of("extensions", 1));
        assertThat(mails()).containsExactly("nittedal-owner ownerNotice");
        Task task = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("userTask_confirmReceipt")
                .processInstanceBusinessKey(caseNumber)
                .singleResult();
        Map<String, Object> variables = engine.getTaskService().getVariables(task.getId());
        ConfirmReceipt form = ground.get(ConfirmReceipt.class);
        assertThat(form.values(new FormReader(caseNumber, "nittedal", task.getId(), "nittedal-owner", variables)))
                .containsEntry("noticeText", "Sak " + caseNumber + ": Aktivitetsplanen er forlenget etter evaluering.");
        form.accept(receipt(task, variables, Map.of("received", true)));
        assertThat(ground.jdbc()
                        .sql("select receipt_by from notice where sent_at is not null and case_number = ?")
                        .param(caseNumber)
                        .query(String.class)
                        .single())
                .isEqualTo("nittedal-owner");
    }

    @Test
    @DisplayName("en kvittering uten avkryssing blir ikke godtatt")
    void noReceipt() {
        assertThatThrownBy(() -> ground.get(ConfirmReceipt.class).accept(receipt(null, Map.of(), Map.of())))
                .isInstanceOf(FormRejected.class);
    }

    @Test
    @DisplayName("mistanke mot en ansatt når skoleeier straks, også når tabellen ikke sier det, og ikke kollegene")
    void employeeSuspected() {
        rule("reported", "contactTeacher", "caseReported", false);
        run("reported", Map.of("suspect", "employee"));
        assertThat(mails()).containsExactly("nittedal-owner ownerNotice");
    }

    @Test
    @DisplayName("er rektor stengt ute, går varselet til skoleeier og ikke til stedfortrederen")
    void principalExcluded() {
        ground.get(Exclusions.class).add(caseNumber, "hagen-principal", "suspected");
        rule("reported", "principal", "caseReported", false);
        rule("serious", "deputyPrincipal", "caseReported", false);
        run("reported", Map.of());
        run("serious", Map.of());
        assertThat(mails()).allMatch(mail -> mail.startsWith("nittedal-owner"));
    }

    @Test
    @DisplayName("ny plan går til foresatte med foreldreansvar, en gang for hver versjon")
    void planMade() {
        rule("planMade", "guardians", "planToGuardians", false);
        run("planMade", Map.of("planVersion", 1));
        run("planMade", Map.of("planVersion", 1));
        run("planMade", Map.of("planVersion", 2));
        assertThat(mails())
                .containsExactly(
                        "g1 planToGuardians", "g3 planToGuardians", "g1 planToGuardians", "g3 planToGuardians");
    }

    @Test
    @DisplayName("påminnelsen går til alle som kan ta oppgaven, eller til den som har tatt den")
    void reminder() {
        ProcessInstance first = run("measureStarted", Map.of());
        fire(first, "event_remind");
        assertThat(mails()).containsExactly("hagen-deputy-principal taskReminder", "hagen-principal taskReminder");
        ProcessInstance second = run("measureStarted", Map.of());
        engine.getTaskService().claim(task(second).getId(), "hagen-principal");
        fire(second, "event_remind");
        assertThat(mails()).hasSize(3).endsWith("hagen-principal taskReminder");
    }

    @Test
    @DisplayName("eskaleringen går til nivået over, løfter oppgaven og sier i loggen hva som ikke er gjort")
    void escalation() {
        when(ground.get(TaskDeadlines.class).escalateTo("hagen", "receiveReport"))
                .thenReturn("owner");
        ProcessInstance instance = run("measureStarted", Map.of());
        fire(instance, "event_escalate");
        assertThat(mails()).containsExactly("nittedal-owner taskEscalated");
        assertThat(task(instance).getPriority()).isGreaterThan(50);
        assertThat(log().get(0).what())
                .isEqualTo("Oppgaven «Ta imot meldingen» er ikke gjort i tide, frist 24.11.2026 kl. 16.00");
        assertThat(log().get(0).diagram()).isEqualTo("activityDuty:1");
    }

    @Test
    @DisplayName("ingen variabel og ingen logglinje bærer et navn")
    void noNames() {
        rule("reported", "principal", "caseReported", false);
        run("reported", Map.of("suspect", "leader"));
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .list()
                        .toString())
                .doesNotContain("Ekorn", "Alke", "7B");
        assertThat(log().toString()).doesNotContain("Ekorn", "Alke", "7B");
    }

    private void rule(String event, String recipient, String content, boolean receipt) {
        when(ground.get(Decisions.class)
                        .all(eq("noticeRules"), argThat(in -> in != null && event.equals(in.get("event")))))
                .thenReturn(List.of(Map.of("recipient", recipient, "content", content, "receipt", receipt)));
    }

    private ProcessInstance run(String event, Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(more);
        variables.putAll(Map.of("event", event, "caseNumber", caseNumber, "unit", "hagen"));
        return engine.getRuntimeService().startProcessInstanceByKey("activityDuty", caseNumber, variables);
    }

    private void fire(ProcessInstance instance, String timer) {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(timer)
                        .singleResult()
                        .getId());
    }

    private Task task(ProcessInstance instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    private List<String> mails() {
        return ground.jdbc()
                .sql("select recipient || ' ' || template from outbox where case_number = ? order by queue_number")
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    private List<LogEntry> log() {
        return ground.get(CaseLog.class).entries(caseNumber);
    }

    private Submission receipt(Task task, Map<String, Object> variables, Map<String, Object> answers) {
        String id = task == null ? null : task.getId();
        return new Submission("confirmReceipt", caseNumber, "nittedal", id, "nittedal-owner", answers, variables);
    }
}
