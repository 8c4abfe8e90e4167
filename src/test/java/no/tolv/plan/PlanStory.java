package no.tolv.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Hearing;
import no.tolv.casefile.Hearings;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.Processes;
import no.tolv.engine.Submission;
import no.tolv.measure.Measure;
import no.tolv.measure.Measures;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case at an invented school, as far as a test needs it. */
public class PlanStory {

    public static final String UNIT = "trosterud";
    public static final String TEACHER = "trosterud-teacher";
    public static final String PRINCIPAL = "trosterud-principal";

    private final Tables tables;
    private final PlanGround.TestClock clock;
    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final Hearings hearings;
    private final Measures measures;
    private final Processes processes;
    private final ProcessEngine engine;
    private final Map<String, FormOutcome> outcomes = new HashMap<>();
    private final CreateActivityPlan createActivityPlan;
    private String caseNumber;

    PlanStory(
            Tables tables,
            PlanGround.TestClock clock,
            JdbcClient jdbc,
            CaseFiles cases,
            Hearings hearings,
            Measures measures,
            Processes processes,
            ProcessEngine engine,
            List<FormOutcome> outcomes,
            CreateActivityPlan createActivityPlan) {
        this.tables = tables;
        this.clock = clock;
        this.jdbc = jdbc;
        this.cases = cases;
        this.hearings = hearings;
        this.measures = measures;
        this.processes = processes;
        this.engine = engine;
        this.createActivityPlan = createActivityPlan;
        outcomes.forEach(outcome -> this.outcomes.put(outcome.form(), outcome));
    }

    /** A new case on Monday 23 November 2026; the pupil has said that it is not safe. */
    public String begin() {
        tables.reset();
        clock.set(PlanGround.MONDAY);
        roster();
        caseNumber = cases.open(
                        UNIT, "p-ekorn", clock.instant(), clock.instant().plusSeconds(604800))
                .caseNumber();
        processes.start("activityDuty", caseNumber, UNIT, Map.of());
        processes.start("activityPlan", caseNumber, UNIT, Map.of());
        hear("2026-11-23", false);
        return caseNumber;
    }

    private void roster() {
        if (jdbc.sql("select count(*) from unit").query(Integer.class).single() > 0) {
            jdbc.sql("update staff set active = true").update();
            return;
        }
        unit("oslo", "OWNER");
        unit(UNIT, "SCHOOL");
        staff(TEACHER, "Lærer Gran", UNIT, "teacher");
        staff(PRINCIPAL, "Rektor Alm", UNIT, "principal");
        staff("oslo-owner", "Kommunalsjef Asp", "oslo", "owner");
        jdbc.sql("insert into pupil values ('p-ekorn', 'Elev Ekorn', ?, '3', date '2018-04-22', ?, true)")
                .params(UNIT, TEACHER)
                .update();
    }

    private void unit(String id, String kind) {
        jdbc.sql("insert into unit values (?, ?, ?, 'oslo', 'nb', true)")
                .params(id, "Enhet " + id, kind)
                .update();
    }

    private void staff(String id, String name, String unit, String role) {
        jdbc.sql("insert into staff values (?, ?, ?, true)")
                .params(id, name, id + "@example.invalid")
                .update();
        Stream.of("employee", role)
                .forEach(held -> jdbc.sql("insert into staff_role values (?, ?, ?)")
                        .params(id, unit, held)
                        .update());
    }

    /** The pupil is heard outside the forms under test. */
    public void hear(String day, boolean safe) {
        hearings.add(new Hearing(
                caseNumber,
                1,
                "p-ekorn",
                TEACHER,
                LocalDate.parse(day),
                "talk",
                "Jeg gruer meg.",
                safe,
                false,
                "",
                clock.instant()));
    }

    /** Another pupil is heard in the same case. */
    public void hearOther(String day, String statement) {
        hearings.add(new Hearing(
                caseNumber,
                1,
                "p-maur",
                TEACHER,
                LocalDate.parse(day),
                "talk",
                statement,
                null,
                false,
                "",
                clock.instant()));
    }

    public void dayIs(String day) {
        clock.set(Instant.parse(day + "T08:00:00Z"));
    }

    public void leave(String staff) {
        jdbc.sql("update staff set active = false where id = ?").param(staff).update();
    }

    /** Fills in a form; what it returns becomes process variables. */
    public Map<String, Object> fillIn(String form, Map<String, Object> answers) {
        Map<String, Object> variables = new HashMap<>(runtime().getVariables(instance("activityPlan")));
        variables.values().removeIf(value -> value == null);
        Map<String, Object> returned = outcomes.get(form)
                .accept(new Submission(form, caseNumber, UNIT, "task-1", PRINCIPAL, answers, variables));
        runtime().setVariables(instance("activityPlan"), returned);
        return returned;
    }

    public void let(String variable, Object value) {
        runtime().setVariable(instance("activityPlan"), variable, value);
    }

    public Object variable(String name) {
        return runtime().getVariable(instance("activityPlan"), name);
    }

    /** What has become known in the whole case. */
    public Object fact(String name) {
        return runtime().getVariable(instance("activityDuty"), name);
    }

    /** The case's running follow-ups: the variables of each. */
    public List<Map<String, Object>> followUps() {
        return instances("measureFollowUp").map(runtime()::getVariables).toList();
    }

    /** True when the plan's process has been told that all measures are carried out. */
    public boolean evaluationBroughtForward() {
        return engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(instance("activityPlan"))
                        .taskDefinitionKey("userTask_evaluatePlan")
                        .count()
                > 0;
    }

    /** Writes a plan and puts it in force. */
    public List<Measure> planInForce(Map<String, Object> plan) {
        fillIn("writePlan", plan);
        run(createActivityPlan);
        return measures.inForce(caseNumber);
    }

    /**
     * Lets a delegate do its work in the plan's process.
     *
     * @throws BpmnError when that is its answer; as in a diagram that catches it, what it wrote stays
     */
    public void run(JavaDelegate delegate) {
        String instance = instance("activityPlan");
        Optional<BpmnError> answer = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context ->
                        answer(delegate, context.getExecutionManager().findExecutionById(instance)));
        answer.ifPresent(error -> {
            throw error;
        });
    }

    private static Optional<BpmnError> answer(JavaDelegate delegate, DelegateExecution execution) {
        try {
            delegate.execute(execution);
            return Optional.empty();
        } catch (BpmnError error) {
            return Optional.of(error);
        } catch (RuntimeException wrong) {
            throw wrong;
        } catch (Exception wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private String instance(String process) {
        return instances(process).findFirst().orElseThrow();
    }

    private Stream<String> instances(String process) {
        return runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(process)
                .list()
                .stream()
                .map(ProcessInstance::getId);
    }

    private RuntimeService runtime() {
        return engine.getRuntimeService();
    }

    /** A plan that fulfils everything, with the given measures. */
    @SafeVarargs
    public static Map<String, Object> plan(Map<String, Object>... rows) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("problemPupil", "Jeg gruer meg til friminuttene.");
        answers.put("problemFindings", "Eleven holdes utenfor.");
        answers.put("groupAssessment", "Vurdert først.");
        answers.put("measures", List.of(rows));
        answers.put("evaluationOn", "2026-12-18");
        answers.put("pupilView", "Vil ha noen å spille med.");
        answers.put("guardiansView", "Er enige.");
        answers.put("bestInterest", "Til elevens beste.");
        answers.put("schoolAssessment", "Egnede tiltak.");
        answers.put("lawful", true);
        return answers;
    }

    /** A measure that fulfils everything. */
    public static Map<String, Object> row(String what) {
        Map<String, Object> row = new HashMap<>();
        row.put("what", what);
        row.put("cause", "Leken er lukket.");
        row.put("level", "group");
        row.put("target", "environment");
        row.put("responsible", TEACHER);
        row.put("from", "2026-11-24");
        row.put("to", "2026-12-17");
        row.put("evaluationOn", "2026-12-17");
        row.put("effectSign", "Eleven har noen å være sammen med.");
        return row;
    }

    /** The same, with one cell changed; null empties it. */
    public static Map<String, Object> with(Map<String, Object> cells, String key, Object value) {
        Map<String, Object> changed = new HashMap<>(cells);
        changed.put(key, value);
        changed.values().removeIf(cell -> cell == null);
        return changed;
    }
}
