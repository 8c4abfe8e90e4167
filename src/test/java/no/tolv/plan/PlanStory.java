package no.tolv.plan;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Hearing;
import no.tolv.casefile.Hearings;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.Processes;
import no.tolv.engine.Submission;
import no.tolv.measure.Measure;
import no.tolv.measure.Measures;
import org.camunda.bpm.engine.delegate.DelegateExecution;
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
    private final Map<String, FormOutcome> outcomes = new HashMap<>();
    private final CreateActivityPlan createActivityPlan;
    private final Map<String, Object> variables = new HashMap<>();
    private String caseNumber;

    PlanStory(
            Tables tables,
            PlanGround.TestClock clock,
            JdbcClient jdbc,
            CaseFiles cases,
            Hearings hearings,
            Measures measures,
            Processes processes,
            List<FormOutcome> outcomes,
            CreateActivityPlan createActivityPlan) {
        this.tables = tables;
        this.clock = clock;
        this.jdbc = jdbc;
        this.cases = cases;
        this.hearings = hearings;
        this.measures = measures;
        this.processes = processes;
        this.createActivityPlan = createActivityPlan;
        outcomes.forEach(outcome -> this.outcomes.put(outcome.form(), outcome));
    }

    /** A new case on Monday 23 November 2026; the pupil has said that it is not safe. */
    public String begin() {
        tables.reset();
        reset(processes);
        variables.clear();
        clock.set(PlanGround.MONDAY);
        roster();
        caseNumber = cases.open(
                        UNIT, "p-ekorn", clock.instant(), clock.instant().plusSeconds(604800))
                .caseNumber();
        variables.put("caseNumber", caseNumber);
        variables.put("unit", UNIT);
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
        Map<String, Object> returned = outcomes.get(form)
                .accept(new Submission(form, caseNumber, UNIT, "task-1", PRINCIPAL, answers, Map.copyOf(variables)));
        variables.putAll(returned);
        return returned;
    }

    public void let(String variable, Object value) {
        variables.put(variable, value);
    }

    public Object variable(String name) {
        return variables.get(name);
    }

    /** Writes a plan and puts it in force. */
    public List<Measure> planInForce(Map<String, Object> plan) throws Exception {
        fillIn("writePlan", plan);
        createActivityPlan.execute(execution());
        return measures.inForce(caseNumber);
    }

    /** What a delegate sees of the process. */
    public DelegateExecution execution() {
        DelegateExecution execution = mock(DelegateExecution.class);
        when(execution.getVariable(anyString())).thenAnswer(asked -> variables.get(asked.<String>getArgument(0)));
        doAnswer(told -> variables.put(told.getArgument(0), told.getArgument(1)))
                .when(execution)
                .setVariable(anyString(), any());
        when(execution.getCurrentActivityId()).thenReturn("serviceTask_underTest");
        when(execution.getProcessDefinitionId()).thenReturn("activityPlan:3:id");
        return execution;
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
