package no.tolv.engine.time;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** The user tasks on whose boundary a timer has fired: end event, flow, boundary event, task. */
@Component
public class WaitingTasks {

    private static final int RAISED = 80;

    /**
     * A task somebody has not done.
     *
     * @param name form id and name in the {@code deadlines} table
     * @param title what Tasklist shows
     * @param users assignee, or candidates when nobody has taken the task
     * @param groups candidate groups, {@code <unit>.<role>}, when nobody has taken the task
     */
    public record WaitingTask(
            String id, String name, String title, Set<String> users, Set<String> groups, Optional<Instant> dueAt) {}

    /**
     * The tasks served by the boundary event that led to the element being executed; several when each of many has one.
     *
     * @throws IllegalStateException when the element does not come straight from a boundary event
     */
    public List<WaitingTask> servedBy(DelegateExecution execution) {
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        return tasks
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(attachedTo(execution))
                .list()
                .stream()
                .filter(task -> isInScopeOf(execution, task))
                .map(task -> waiting(task, tasks.getIdentityLinksForTask(task.getId())))
                .toList();
    }

    /** Lifts a task to the top of the lists it stands in. */
    public void raise(DelegateExecution execution, WaitingTask task) {
        execution.getProcessEngineServices().getTaskService().setPriority(task.id(), RAISED);
    }

    private static String attachedTo(DelegateExecution execution) {
        String element = execution.getCurrentActivityId();
        return execution.getBpmnModelInstance().getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getTarget().getId().equals(element))
                .map(SequenceFlow::getSource)
                .filter(BoundaryEvent.class::isInstance)
                .map(event -> ((BoundaryEvent) event).getAttachedTo().getId())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Elementet «" + element + "» må komme rett fra en hendelse på kanten av en oppgave."));
    }

    /** An event sub-process may run several times at once; each has its own task of the same id. */
    private static boolean isInScopeOf(DelegateExecution execution, Task task) {
        String scope = concurrent((ExecutionEntity) execution).getParentId();
        for (ExecutionEntity at = ((TaskEntity) task).getExecution(); at != null; at = at.getParent()) {
            if (at.getId().equals(scope)) {
                return true;
            }
        }
        return false;
    }

    private static ExecutionEntity concurrent(ExecutionEntity execution) {
        ExecutionEntity at = execution;
        while (!at.isConcurrent() && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }

    private static WaitingTask waiting(Task task, List<IdentityLink> links) {
        boolean taken = task.getAssignee() != null;
        return new WaitingTask(
                task.getId(),
                task.getTaskDefinitionKey().replaceFirst("^userTask_", ""),
                task.getName(),
                taken ? Set.of(task.getAssignee()) : ids(links, IdentityLink::getUserId),
                taken ? Set.of() : ids(links, IdentityLink::getGroupId),
                Optional.ofNullable(task.getDueDate()).map(due -> Instant.ofEpochMilli(due.getTime())));
    }

    private static Set<String> ids(List<IdentityLink> links, Function<IdentityLink, String> id) {
        return links.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
