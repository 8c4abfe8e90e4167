package no.tolv.escalation;

import static no.tolv.engine.variable.CommonVariables.CASE_NUMBER;
import static no.tolv.engine.variable.CommonVariables.UNIT;
import static no.tolv.engine.variable.CommonVariables.served;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import no.tolv.engine.Step;
import no.tolv.engine.time.TaskDeadlines;
import no.tolv.engine.time.WaitingTasks;
import no.tolv.engine.time.WaitingTasks.WaitingTask;
import no.tolv.organisation.Role;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the level above that a task is overdue, and lifts the task in the lists it stands in (INV-05). */
@Component
class EscalateTask implements JavaDelegate {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy 'kl.' HH.mm").withZone(ZoneId.of("Europe/Oslo"));

    private final WaitingTasks tasks;
    private final TaskDeadlines deadlines;
    private final RoleHolders holders;
    private final TaskMails mails;
    private final SystemLog log;

    EscalateTask(WaitingTasks tasks, TaskDeadlines deadlines, RoleHolders holders, TaskMails mails, SystemLog log) {
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.holders = holders;
        this.mails = mails;
        this.log = log;
    }

    @Override
    public void execute(DelegateExecution execution) {
        tasks.servedBy(execution).forEach(task -> escalate(execution, task));
    }

    private void escalate(DelegateExecution execution, WaitingTask task) {
        String served = served(execution);
        String unit = UNIT.from(execution);
        Role role = Role.of(deadlines.escalateTo(unit, task.name()));
        List<String> recipients = holders.of(served, unit, role);
        mails.put(served, unit, task, "taskEscalated", recipients);
        tasks.raise(execution, task);
        CASE_NUMBER
                .in(execution)
                .ifPresent(caseNumber -> log.told(caseNumber, Step.of(execution), heading(task), recipients));
    }

    private static String heading(WaitingTask task) {
        String due = task.dueAt().map(at -> ", frist " + TIME.format(at)).orElse("");
        return "Oppgaven «" + task.title() + "» er ikke gjort i tide" + due;
    }
}
