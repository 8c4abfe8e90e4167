package no.tolv.engine.form;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import no.tolv.casefile.Duty;
import no.tolv.engine.variable.CommonVariables;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Reads an open task as the caller may know it: empty when there is none, or none for the caller. */
class ReadTask implements Command<Optional<OpenTask>> {

    private final String id;
    private final BiConsumer<CommandChecker, TaskEntity> check;

    private ReadTask(String id, BiConsumer<CommandChecker, TaskEntity> check) {
        this.id = id;
        this.check = check;
    }

    static ReadTask toWork(String id) {
        return new ReadTask(id, CommandChecker::checkTaskWork);
    }

    static ReadTask toRead(String id) {
        return new ReadTask(id, CommandChecker::checkReadTask);
    }

    @Override
    public Optional<OpenTask> execute(CommandContext context) {
        return find(context, id, check).map(task -> context.runWithoutAuthorization(c -> read(c, task)));
    }

    /** The task, if there is one and the caller may do to it what the check says. */
    static Optional<TaskEntity> find(CommandContext context, String id, BiConsumer<CommandChecker, TaskEntity> check) {
        return Optional.ofNullable(id)
                .map(context.getTaskManager()::findTaskById)
                .filter(task -> task.getProcessDefinitionId() != null)
                .filter(task -> isAllowed(context, task, check));
    }

    private static boolean isAllowed(
            CommandContext context, TaskEntity task, BiConsumer<CommandChecker, TaskEntity> check) {
        try {
            context.getProcessEngineConfiguration().getCommandCheckers().forEach(c -> check.accept(c, task));
            return true;
        } catch (AuthorizationException notAllowed) {
            return false;
        } catch (ProcessEngineException otherUnit) {
            return false;
        }
    }

    private OpenTask read(CommandContext context, TaskEntity task) {
        ProcessDefinitionEntity process = task.getProcessDefinition();
        Map<String, Object> variables = task.getVariables();
        return new OpenTask(
                task.getId(),
                task.getName(),
                task.getTaskDefinitionKey(),
                form(context, task),
                process.getKey(),
                process.getKey() + ":" + process.getVersion(),
                Marks.duty(context, process.getId(), task.getTaskDefinitionKey())
                        .orElse(Duty.DOCUMENT),
                task.getDueDate() == null
                        ? null
                        : Instant.ofEpochMilli(task.getDueDate().getTime()),
                caseNumber(task, variables.get(CommonVariables.CASE_NUMBER.name())),
                task.getTenantId(),
                variables);
    }

    private static String form(CommandContext context, TaskEntity task) {
        CamundaFormRef form = new GetTaskFormCmd(task.getId()).execute(context).getCamundaFormRef();
        return form == null ? task.getTaskDefinitionKey().replaceFirst("^userTask_", "") : form.getKey();
    }

    static String caseNumber(TaskEntity task, Object declared) {
        return declared != null
                ? declared.toString()
                : task.getExecution().getProcessInstance().getBusinessKey();
    }
}
