package no.tolv.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * The same diagrams, tables and forms on Camunda as it comes: history FULL, authorizations on with one grant to
 * everybody, ids as the Spring Boot starter makes them, nothing of ours. Service tasks do nothing but start and end the follow-ups of measures; who completes a task
 * sends the variables that the gateways and timers ask for, and a deadline is a task's input parameter.
 */
class BareSide extends Side implements AutoCloseable {

    private static final int MEASURES = 4;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final boolean keepsAnswers;
    private final String definition;

    private BareSide(ProcessEngine engine, RecordedStatements recorded, CaseFinder finder, boolean keepsAnswers) {
        super(engine, recorded, finder);
        this.keepsAnswers = keepsAnswers;
        grant();
        deploy();
        this.definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("activityDuty")
                .singleResult()
                .getId();
    }

    /** @param keepsAnswers whether what a form sends becomes process variables, as in Camunda, or is thrown away */
    static BareSide on(DataSource database, RecordedStatements recorded, CaseFinder finder, boolean keepsAnswers) {
        StandaloneProcessEngineConfiguration settings = new StandaloneProcessEngineConfiguration();
        settings.setProcessEngineName("bare");
        settings.setDataSource(recorded.around(database));
        settings.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        settings.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        settings.setAuthorizationEnabled(true);
        settings.setJobExecutorActivate(false);
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setBeans(beans());
        return new BareSide(settings.buildProcessEngine(), recorded, finder, keepsAnswers);
    }

    @Override
    public void close() {
        engine.close();
    }

    private static Map<Object, Object> beans() {
        JavaDelegate nothing = execution -> {};
        Map<Object, Object> beans = new HashMap<>();
        List.of(
                        "releaseNotices",
                        "createActivityPlan",
                        "reportCarriedOut",
                        "addToOpenCase",
                        "openNextRound",
                        "checkPlan")
                .forEach(name -> beans.put(name, nothing));
        List.of("remindTask", "escalateTask", "notifySchoolOwner", "raiseCaseEvent", "reportBreach")
                .forEach(name -> beans.put(name, nothing));
        beans.put("openFollowUpTasks", (JavaDelegate) BareSide::openFollowUpTasks);
        beans.put("deadline", new Deadline());
        return beans;
    }

    /** What an input parameter of a task asks for. */
    public static class Deadline {

        public Date in(int days) {
            return days(days);
        }
    }

    private static void openFollowUpTasks(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        endFollowUps(execution.getProcessEngine(), caseNumber);
        for (int measure = 0; measure < MEASURES; measure++) {
            execution
                    .getProcessEngineServices()
                    .getRuntimeService()
                    .startProcessInstanceByKey("measureFollowUp", caseNumber, measure(execution));
        }
    }

    private static Map<String, Object> measure(DelegateExecution execution) {
        return Variables.createVariables()
                .putValue("caseNumber", execution.getProcessBusinessKey())
                .putValue("unit", execution.getVariable("unit"))
                .putValue("municipality", execution.getVariable("municipality"))
                .putValue("measure", UUID.randomUUID().toString())
                .putValue("responsible", "midtstuen-contact-teacher")
                .putValue("periodEndsAt", days(7))
                .putValue("evaluationAt", days(20));
    }

    private static void endFollowUps(ProcessEngine engine, String caseNumber) {
        engine.getRuntimeService()
                .createMessageCorrelation("measureEnded")
                .processInstanceBusinessKey(caseNumber)
                .correlateAll();
    }

    private static Date days(int days) {
        return Date.from(Instant.now().plus(days, ChronoUnit.DAYS));
    }

    private void grant() {
        for (Resource resource : List.of(Resources.TASK, Resources.PROCESS_DEFINITION, Resources.PROCESS_INSTANCE)) {
            Authorization everybody =
                    engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
            everybody.setResource(resource);
            everybody.setResourceId(Authorization.ANY);
            everybody.addPermission(Permissions.ALL);
            engine.getAuthorizationService().saveAuthorization(everybody);
        }
    }

    private void deploy() {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        for (File file : new File("processes").listFiles()) {
            add(deployment, file);
        }
        for (File form : new File("forms").listFiles()) {
            add(deployment, form);
        }
        deployment.deploy();
    }

    private static void add(DeploymentBuilder deployment, File file) {
        if (file.getName().endsWith(".bpmn")) {
            deployment.addModelInstance(file.getName(), withDeadlines(Bpmn.readModelFromFile(file)));
        } else {
            deployment.addString(file.getName(), content(file));
        }
    }

    private static String content(File file) {
        try {
            return Files.readString(file.toPath());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Deadlines are bean calls where the diagram reads a variable, so that they cost no rows. */
    private static BpmnModelInstance withDeadlines(BpmnModelInstance diagram) {
        diagram.getModelElementsByType(UserTask.class).forEach(task -> task.setCamundaDueDate("${deadline.in(3)}"));
        diagram.getModelElementsByType(TimeDate.class).stream()
                .filter(timer -> List.of("${remindAt}", "${escalateAt}").contains(timer.getTextContent()))
                .forEach(timer -> timer.setTextContent("${deadline.in(4)}"));
        return diagram;
    }

    @Override
    String report(String who, Map<String, Object> answers) {
        String caseNumber = "BARE-2026-" + NUMBER.incrementAndGet();
        VariableMap variables = sent("reportConcern", answers)
                .putValue("caseNumber", caseNumber)
                .putValue("unit", "midtstuen")
                .putValue("municipality", "oslo")
                .putValue("suspect", "pupil")
                .putValue("reportedAt", new Date())
                .putValue("wallAt", days(7));
        engine.getFormService().submitStartForm(definition, caseNumber, variables);
        return caseNumber;
    }

    @Override
    void beforeSent(String caseNumber, String task) {
        if (task.equals("closePlan")) {
            endFollowUps(engine, caseNumber);
        }
    }

    @Override
    VariableMap sent(String task, Map<String, Object> answers) {
        VariableMap sent = Variables.createVariables();
        if (keepsAnswers) {
            answers.forEach((name, value) -> sent.put(name, value instanceof List ? value.toString() : value));
            // In the diagrams these are facts that begin to exist, and no answers.
            sent.remove("serious");
            sent.remove("absentUnsafe");
        }
        sent.putAll(decided(task, answers));
        return sent;
    }

    private static Map<String, Object> decided(String task, Map<String, Object> answers) {
        return switch (task) {
            case "receiveReport" -> Map.of("duplicate", false);
            case "clarifyRoles" ->
                Map.of(
                        "investigator", answers.get("investigator"),
                        "talksWithPupil", answers.get("talksWithPupil"),
                        "informsGuardians", answers.get("informsGuardians"),
                        "othersToHear", 0);
            case "analyse" -> Map.of("measuresNeeded", true);
            case "writePlan" ->
                Map.of(
                        "planVersion",
                        1,
                        "evaluationAt",
                        days(20),
                        "informationAt",
                        days(13),
                        "weeklyAt",
                        days(7),
                        "weeklyFollowUp",
                        true,
                        "teamDiscussion",
                        true);
            case "weeklyFollowUp" -> Map.of("weeklyAt", days(7));
            case "evaluatePlan" -> Map.of("pupilSafe", "yes".equals(answers.get("safe")), "extensions", 1);
            case "closePlan" -> Map.of("watchUntil", days(14), "stillSafe", false);
            case "askAgain" -> Map.of("stillSafe", true);
            default -> Map.of();
        };
    }

    @Override
    List<Map<String, Object>> rows(Object shown) {
        return Stream.generate(() ->
                        Map.<String, Object>of("measure", UUID.randomUUID().toString(), "what", "Lek"))
                .limit(MEASURES)
                .toList();
    }

    @Override
    void login(String who) {
        engine.getIdentityService().setAuthentication(who, List.of(who.substring(who.indexOf('-') + 1)), List.of());
    }
}
