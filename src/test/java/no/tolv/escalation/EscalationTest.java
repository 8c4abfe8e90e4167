package no.tolv.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.LogEntry;
import no.tolv.deadline.Deadlines;
import no.tolv.deadline.SchoolDays;
import no.tolv.deadline.WorkingDays;
import no.tolv.engine.Decisions;
import no.tolv.engine.FormReader;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Processes;
import no.tolv.engine.StartGate;
import no.tolv.engine.Submission;
import no.tolv.engine.time.TaskDeadlines;
import no.tolv.engine.time.WaitingTasks;
import no.tolv.letter.LetterGround;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

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
    private final StringBuilder rules = new StringBuilder();

    /** An engine whose delegates are the ground's own beans. */
    static class RealEngine {

        @Bean(destroyMethod = "close")
        ProcessEngine engine(ApplicationContext beans, DataSource database, PlatformTransactionManager transactions) {
            SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
            configuration.setProcessEngineName(UUID.randomUUID().toString());
            configuration.setApplicationContext(beans);
            configuration.setExpressionManager(new SpringExpressionManager(beans, null));
            configuration.setDataSource(database);
            configuration.setTransactionManager(transactions);
            configuration.setDatabaseSchemaUpdate("true");
            configuration.setJobExecutorActivate(false);
            configuration.setTenantIdProvider(new StartGate());
            return configuration.buildProcessEngine();
        }

        @Bean
        RuntimeService runtimeService(ProcessEngine engine) {
            return engine.getRuntimeService();
        }

        @Bean
        IdentityService identityService(ProcessEngine engine) {
            return engine.getIdentityService();
        }
    }

    @BeforeAll
    void start() {
        ground = new LetterGround(
                Map.of(),
                RealEngine.class,
                Decisions.class,
                Processes.class,
                WorkingDays.class,
                SchoolDays.class,
                Deadlines.class,
                TaskDeadlines.class,
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
        engine = ground.get(ProcessEngine.class);
        deploy("test.bpmn", DUTY);
        deploy("deadlines.dmn", shipped("deadlines"));
    }

    @BeforeEach
    void newCase() {
        caseNumber = ground.openCase("hagen");
        rules.setLength(0);
        deployRules();
    }

    @AfterAll
    void stop() {
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

    /** One more row in a table of notices that otherwise says nothing. */
    private void rule(String event, String recipient, String content, boolean receipt) {
        String id = "rule_" + rules.length();
        rules.append("<rule id=\"" + id + "\">");
        Stream.of("", "", "\"" + event + "\"", "").forEach(cell -> rules.append(cell("inputEntry", cell)));
        Stream.of("\"" + recipient + "\"", "\"" + content + "\"", receipt)
                .forEach(cell -> rules.append(cell("outputEntry", cell)));
        rules.append("</rule>");
        deployRules();
    }

    private static String cell(String kind, Object value) {
        return "<%1$s id=\"cell_%2$s\"><text>%3$s</text></%1$s>".formatted(kind, UUID.randomUUID(), value);
    }

    private void deployRules() {
        String shipped = shipped("noticeRules");
        int first = shipped.indexOf("<rule ");
        int last = shipped.lastIndexOf("</rule>") + "</rule>".length();
        deploy("noticeRules.dmn", shipped.substring(0, first) + rules + shipped.substring(last));
    }

    private void deploy(String name, String content) {
        engine.getRepositoryService()
                .createDeployment()
                .addString(name, content)
                .deploy();
    }

    private static String shipped(String table) {
        try {
            return Files.readString(Path.of("processes", table + ".dmn"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private ProcessInstance run(String event, Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(more);
        variables.putAll(Map.of("event", event, "caseNumber", caseNumber, "unit", "hagen"));
        return StartGate.in(
                "hagen",
                () -> engine.getRuntimeService().startProcessInstanceByKey("activityDuty", caseNumber, variables));
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
