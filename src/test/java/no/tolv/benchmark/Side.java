package no.tolv.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.tolv.scenario.Answers;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * One engine that a whole case is walked through. Counted is what a user's click and a due job cost: claiming a task,
 * opening its form, sending it, and the job itself. Finding the task and the job, and logging in, are not: they belong to
 * the list, the job executor and the session.
 */
abstract class Side {

    final ProcessEngine engine;
    private final RecordedStatements recorded;
    private final CaseFinder finder;

    Side(ProcessEngine engine, RecordedStatements recorded, CaseFinder finder) {
        this.engine = engine;
        this.recorded = recorded;
        this.finder = finder;
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

    /** @param answers what the user writes, having seen what the form holds */
    void complete(
            StatementCounts sum,
            String caseNumber,
            String who,
            String task,
            Function<Map<String, Object>, Answers> answers) {
        CaseFinder.Waiting waiting = finder.task(caseNumber, task);
        login(who);
        try {
            Map<String, Object> shown = recorded.into(sum, () -> takeAndOpen(waiting, who));
            VariableMap fields = sent(task, answers.apply(shown).fields());
            recorded.into(sum, () -> {
                beforeSent(caseNumber, task);
                engine.getFormService().submitTaskForm(waiting.id(), fields);
                return null;
            });
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        runJobs(sum, caseNumber);
    }

    private Map<String, Object> takeAndOpen(CaseFinder.Waiting task, String who) {
        if (task.assignee() == null) {
            engine.getTaskService().claim(task.id(), who);
        }
        VariableMap shown = engine.getFormService().getTaskFormVariables(task.id());
        try (InputStream form = engine.getFormService().getDeployedTaskForm(task.id())) {
            form.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return shown;
    }

    /** Lets a timer of the case fire now. */
    void fire(StatementCounts sum, String caseNumber, String event) {
        finder.timers(caseNumber, event).forEach(timer -> run(sum, timer));
        runJobs(sum, caseNumber);
    }

    private void runJobs(StatementCounts sum, String caseNumber) {
        List<String> due = finder.messages(caseNumber);
        while (!due.isEmpty()) {
            due.forEach(job -> run(sum, job));
            due = finder.messages(caseNumber);
        }
    }

    private void run(StatementCounts sum, String job) {
        recorded.into(sum, () -> {
            engine.getManagementService().executeJob(job);
            return null;
        });
    }

    boolean isEnded(String caseNumber) {
        return finder.isEnded(caseNumber);
    }
}
