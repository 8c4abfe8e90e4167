package no.tolv.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.deadline.SchoolDays;
import no.tolv.deadline.TolvClock;
import no.tolv.engine.form.StartForms;
import no.tolv.engine.time.TimeTravel;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.boot.test.context.TestComponent;

/** Walks a case the way staff do: logged in as somebody, through the task's form, with the clock moved forward. */
@TestComponent
class CaseWalk {

    private final IdentityService identities;
    private final FormService forms;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final StartForms startForms;
    private final TimeTravel time;
    private final TolvClock clock;
    private final SchoolDays schoolDays;
    private final CaseFiles caseFiles;
    private final Map<String, ProcessInstance> duties = new HashMap<>();
    private final ProcessEngine engine;
    private String caseNumber;
    private String unit;
    private boolean held;
    private BiFunction<String, Answers, Answers> hand = (form, answers) -> answers;

    CaseWalk(
            ProcessEngine engine,
            IdentityService identities,
            FormService forms,
            TaskService tasks,
            RuntimeService runtime,
            StartForms startForms,
            TimeTravel time,
            TolvClock clock,
            SchoolDays schoolDays,
            CaseFiles caseFiles) {
        this.engine = engine;
        this.identities = identities;
        this.forms = forms;
        this.tasks = tasks;
        this.runtime = runtime;
        this.startForms = startForms;
        this.time = time;
        this.clock = clock;
        this.schoolDays = schoolDays;
        this.caseFiles = caseFiles;
    }

    /** Moves the clock to 08:00 on a school day with no long holiday near, so that a scenario reads the same on every date. */
    CaseWalk onASchoolDayAt(String unit) {
        BpmnAwareTests.init(engine);
        this.unit = unit;
        LocalDate date = today().plusDays(1);
        while (!schoolDays.isSchoolDay(unit, date) || hasLongHoliday(date)) {
            date = date.plusDays(1);
        }
        advanceTo(date.atTime(8, 0).atZone(TolvClock.OSLO).toInstant());
        return this;
    }

    private boolean hasLongHoliday(LocalDate from) {
        return schoolDays.plus(unit, from, 40).isAfter(from.plusDays(64));
    }

    LocalDate today() {
        return clock.today();
    }

    LocalDate schoolDayIn(int days) {
        return schoolDays.plus(unit, today(), days);
    }

    String report(String who, Answers answers) {
        caseNumber = as(
                who,
                () -> startForms.submit(
                        "activityDuty", hand.apply("reportConcern", answers).fields(), who));
        duties.put(caseNumber, running("activityDuty").get(0));
        settle();
        return caseNumber;
    }

    void registerEvent(String who, Answers answers) {
        as(
                who,
                () -> startForms.submit(
                        "caseEvent", hand.apply("registerCaseEvent", answers).fields(), who));
        settle();
    }

    /** Completes the one open task of that name, as somebody who must be able to see it. */
    void complete(String who, String task, Answers answers) {
        as(who, () -> {
            forms.submitTaskForm(
                    theTask(task).getId(), typed(hand.apply(task, answers).fields()));
            return null;
        });
        settle();
    }

    /** The one open task of that name that the current person can see; anybody when nobody is logged in. */
    Task theTask(String task) {
        List<Task> found = query(task);
        assertThat(found).as("open tasks «%s», among %s", task, openTasks()).isNotEmpty();
        return found.get(0);
    }

    Map<String, Object> formOf(String who, String task) {
        return as(who, () -> forms.getTaskFormVariables(theTask(task).getId()));
    }

    /** Open reviews of readings that the current person can see; they belong to no case. */
    List<Task> reviews() {
        return tasks.createTaskQuery()
                .taskDefinitionKey("userTask_reviewReadings")
                .list();
    }

    /** What the first review lists. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> unusualReadings(String who) {
        Object shown = as(
                who, () -> forms.getTaskFormVariables(reviews().get(0).getId()).get("findings"));
        return Spin.JSON(String.valueOf(shown)).mapTo(List.class);
    }

    /** Decides everything in the first review in the same way. */
    void reviewReadings(String who, String decision, String reason) {
        List<Map<String, Object>> decided =
                unusualReadings(who).stream().map(row -> with(row, decision)).toList();
        Answers answers = Answers.none().with("findings", decided).with("reason", reason);
        as(who, () -> {
            forms.submitTaskForm(
                    reviews().get(0).getId(),
                    typed(hand.apply("reviewReadings", answers).fields()));
            return null;
        });
        settle();
    }

    private static Map<String, Object> with(Map<String, Object> row, String decision) {
        Map<String, Object> decided = new HashMap<>(row);
        decided.put("decision", decision);
        return decided;
    }

    boolean sees(String who, String task) {
        return as(who, () -> !query(task).isEmpty());
    }

    /** Names of the open tasks of the case, sorted. */
    List<String> openTasks() {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(task -> task.getTaskDefinitionKey().substring("userTask_".length()))
                .sorted()
                .toList();
    }

    int open(String task) {
        return query(task).size();
    }

    void advanceTo(Instant instant) {
        time.to(instant);
    }

    void advanceTo(LocalDate date) {
        advanceTo(date.atTime(8, 0).atZone(TolvClock.OSLO).toInstant());
    }

    /** Lets the task pass its reminder and its escalation before somebody gets round to it. */
    void letRunLate(String task) {
        escalation(theTask(task)).map(at -> at.plusSeconds(60)).ifPresent(this::advanceTo);
    }

    /** When the timer on the task's edge fires that lifts it to somebody else; empty when it has. */
    Optional<Instant> escalation(Task task) {
        String timer = task.getTaskDefinitionKey().replaceFirst("^userTask_", "event_") + "Escalation";
        return engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .activityId(timer)
                .list()
                .stream()
                .map(waiting -> waiting.getDuedate().toInstant())
                .findFirst();
    }

    /** As {@link #letRunLate(String)}, for a task that first opens some school days from now. */
    void letRunLate(String task, int schoolDaysFromNow) {
        LocalDate opens = schoolDayIn(schoolDaysFromNow);
        while (open(task) == 0 && today().isBefore(opens)) {
            advanceTo(schoolDayIn(1));
        }
        letRunLate(task);
    }

    /** Does something while the job executor stands still, then lets the jobs run. */
    void holdJobs(Runnable action) {
        held = true;
        try {
            action.run();
        } finally {
            held = false;
        }
        settle();
    }

    /** From now on everybody's answers pass through this before they are sent, by form id. */
    void writtenBy(BiFunction<String, Answers, Answers> hand) {
        this.hand = hand;
    }

    /** Goes on with another case. */
    void turnTo(String other) {
        caseNumber = other;
    }

    void settle() {
        if (!held) {
            time.to(clock.instant());
        }
    }

    CaseFile file() {
        return caseFiles.find(caseNumber).orElseThrow();
    }

    /** The case's own process instance, running or ended. */
    ProcessInstance duty() {
        return duties.get(caseNumber);
    }

    List<ProcessInstance> running(String process) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(process)
                .list();
    }

    <T> T as(String who, java.util.function.Supplier<T> action) {
        var groups = identities.createGroupQuery().groupMember(who).list().stream()
                .map(group -> group.getId())
                .toList();
        var tenants = identities.createTenantQuery().userMember(who).list().stream()
                .map(tenant -> tenant.getId())
                .toList();
        identities.setAuthentication(who, groups, tenants);
        try {
            return action.get();
        } finally {
            identities.clearAuthentication();
        }
    }

    private List<Task> query(String task) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey("userTask_" + task)
                .list();
    }

    private static VariableMap typed(Map<String, Object> fields) {
        VariableMap typed = Variables.createVariables();
        fields.forEach((name, value) -> typed.put(name, value instanceof List ? json(value) : value));
        return typed;
    }

    private static Object json(Object value) {
        return SpinValues.jsonValue(Spin.JSON(value).toString()).create();
    }
}
