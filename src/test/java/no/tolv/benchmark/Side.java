package no.tolv.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * One engine that a whole case is walked through. Counted is what a user's click and a due job cost: claiming a task,
 * opening its form, sending it, and the job itself. Finding the task and the job, and logging in, are not: they belong to
 * the list, the job executor and the session.
 */
abstract class Side {

    final ProcessEngine engine;
    private final RecordedStatements recorded;

    Side(ProcessEngine engine, RecordedStatements recorded) {
        this.engine = engine;
        this.recorded = recorded;
    }

    /** Reports a worry and answers with the case number. */
    abstract String report(String who, Map<String, Object> answers);

    /** What the form sends in this engine. */
    abstract VariableMap sent(String task, Map<String, Object> answers);

    abstract void login(String who);

    /** What a list in a form holds before it is filled in. */
    abstract List<Map<String, Object>> rows(Object shown);

    /** What the application does of itself when a form is sent. */
    void beforeSent(String caseNumber, String task) {}

    String start(StatementCounts sum, String who, Map<String, Object> answers) {
        login(who);
        String caseNumber;
        try {
            caseNumber = recorded.into(sum, () -> report(who, answers));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        runJobs(sum, caseNumber);
        return caseNumber;
    }

    void complete(StatementCounts sum, String caseNumber, String who, String task, Map<String, Object> answers) {
        Task found = task(caseNumber, task);
        VariableMap fields = sent(task, answers);
        login(who);
        try {
            recorded.into(sum, () -> {
                if (found.getAssignee() == null) {
                    engine.getTaskService().claim(found.getId(), who);
                }
                open(found.getId());
                beforeSent(caseNumber, task);
                engine.getFormService().submitTaskForm(found.getId(), fields);
                return null;
            });
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        runJobs(sum, caseNumber);
    }

    private void open(String task) {
        engine.getFormService().getTaskFormVariables(task);
        try (InputStream form = engine.getFormService().getDeployedTaskForm(task)) {
            form.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Map<String, Object> shown(String caseNumber, String who, String task) {
        login(who);
        try {
            return engine.getFormService()
                    .getTaskFormVariables(task(caseNumber, task).getId());
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** Lets a timer of the case fire now. */
    void fire(StatementCounts sum, String caseNumber, String event) {
        List<Job> timers = instances(caseNumber).stream()
                .flatMap(
                        instance -> engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance)
                                .activityId(event)
                                .list()
                                .stream())
                .toList();
        timers.forEach(timer -> run(sum, timer));
        runJobs(sum, caseNumber);
    }

    private void runJobs(StatementCounts sum, String caseNumber) {
        for (List<Job> due = due(caseNumber); !due.isEmpty(); due = due(caseNumber)) {
            due.forEach(job -> run(sum, job));
        }
    }

    private List<Job> due(String caseNumber) {
        return instances(caseNumber).isEmpty()
                ? List.of()
                : jobs(caseNumber).messages().list();
    }

    private void run(StatementCounts sum, Job job) {
        recorded.into(sum, () -> {
            engine.getManagementService().executeJob(job.getId());
            return null;
        });
    }

    private JobQuery jobs(String caseNumber) {
        return engine.getManagementService().createJobQuery().processInstanceIds(instances(caseNumber));
    }

    private java.util.Set<String> instances(String caseNumber) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .collect(java.util.stream.Collectors.toSet());
    }

    private Task task(String caseNumber, String task) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey("userTask_" + task)
                .list()
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No open task " + task + " in " + caseNumber));
    }

    boolean isEnded(String caseNumber) {
        return instances(caseNumber).isEmpty();
    }
}
