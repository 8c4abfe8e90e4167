package no.tolv.engine.form;

import java.util.Optional;
import no.tolv.engine.variable.CommonVariables;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Which case a task the caller may work on belongs to, or none; empty when there is no such task for the caller. */
record CaseOfTask(String id) implements Command<Optional<Optional<String>>> {

    @Override
    public Optional<Optional<String>> execute(CommandContext context) {
        return ReadTask.find(context, id, CommandChecker::checkTaskWork)
                .map(task -> context.runWithoutAuthorization(c -> Optional.ofNullable(caseNumber(task))));
    }

    private static String caseNumber(TaskEntity task) {
        return ReadTask.caseNumber(task, task.getVariableLocal(CommonVariables.CASE_NUMBER.name()));
    }
}
