package no.tolv.engine.role;

import no.tolv.engine.variable.CommonVariables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Keeps the case number with the task itself, so that its card in the task list shows it also to somebody who may see
 * the task but not the process around it.
 */
class ShowCaseNumber implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        CommonVariables.CASE_NUMBER.in(task).ifPresent(number -> CommonVariables.CASE_NUMBER.setLocal(task, number));
    }
}
