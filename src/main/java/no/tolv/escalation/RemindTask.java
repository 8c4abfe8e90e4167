package no.tolv.escalation;

import static no.tolv.engine.variable.CommonVariables.CASE_NUMBER;
import static no.tolv.engine.variable.CommonVariables.UNIT;
import static no.tolv.engine.variable.CommonVariables.served;

import java.util.Set;
import no.tolv.engine.Step;
import no.tolv.engine.time.WaitingTasks;
import no.tolv.engine.time.WaitingTasks.WaitingTask;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds those who have a task that its deadline is near. */
@Component
class RemindTask implements JavaDelegate {

    private final WaitingTasks tasks;
    private final TaskMails mails;
    private final SystemLog log;

    RemindTask(WaitingTasks tasks, TaskMails mails, SystemLog log) {
        this.tasks = tasks;
        this.mails = mails;
        this.log = log;
    }

    @Override
    public void execute(DelegateExecution execution) {
        tasks.servedBy(execution).forEach(task -> remind(execution, task));
    }

    private void remind(DelegateExecution execution, WaitingTask task) {
        String served = served(execution);
        Set<String> owners = mails.owners(served, task);
        mails.put(served, UNIT.from(execution), task, "taskReminder", owners);
        CASE_NUMBER
                .in(execution)
                .ifPresent(caseNumber -> log.told(
                        caseNumber, Step.of(execution), "Påminnelse om oppgaven «" + task.title() + "»", owners));
    }
}
