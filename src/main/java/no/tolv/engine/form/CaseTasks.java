package no.tolv.engine.form;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.tolv.casefile.Duty;
import no.tolv.casefile.OpenWork;
import no.tolv.engine.AsSystem;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What waits for somebody in a case. Whether the reader may see the case is the caller's to know. */
@Component
public class CaseTasks implements OpenWork {

    /**
     * A task that waits.
     *
     * @param name form id
     * @param title what Tasklist shows
     * @param duty the part of the duty it serves, or null
     * @param dueAt when it is due, or null
     * @param assignee who has taken it or been given it, or null
     * @param roles roles that can take it, when nobody has
     * @param candidates staff who can take it, when nobody has
     */
    public record CaseTask(
            String id,
            String name,
            String title,
            Duty duty,
            Instant createdAt,
            Instant dueAt,
            String assignee,
            List<String> roles,
            List<String> candidates) {}

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final CommandExecutor engine;

    CaseTasks(
            @Lazy TaskService tasks,
            @Lazy RuntimeService runtime,
            @Lazy IdentityService identity,
            @Lazy CommandExecutor engine) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
        this.engine = engine;
    }

    /** The case's open tasks in all its processes, the one due first at the top. */
    public List<CaseTask> of(String caseNumber) {
        return found(query(caseNumber));
    }

    /** As {@link #of}, but only the tasks the person has or can take. */
    public List<CaseTask> of(String caseNumber, String person) {
        return found(own(caseNumber, person));
    }

    @Override
    public boolean waitsFor(String caseNumber, String person) {
        return AsSystem.run(identity, () -> own(caseNumber, person).count() > 0);
    }

    /** How many tasks should have been done by now, by case number; a case without any is not there. */
    public Map<String, Integer> overdueByCase(Instant now) {
        return AsSystem.run(identity, () -> {
            List<Task> overdue =
                    tasks.createTaskQuery().dueBefore(Date.from(now)).list();
            Map<String, String> cases =
                    caseNumbers(overdue.stream().map(Task::getProcessInstanceId).collect(toSet()));
            return overdue.stream()
                    .map(Task::getProcessInstanceId)
                    .filter(cases::containsKey)
                    .collect(groupingBy(cases::get, summingInt(task -> 1)));
        });
    }

    private Map<String, String> caseNumbers(Set<String> instances) {
        return instances.isEmpty()
                ? Map.of()
                : runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                        .filter(instance -> instance.getBusinessKey() != null)
                        .collect(toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private TaskQuery query(String caseNumber) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber);
    }

    private TaskQuery own(String caseNumber, String person) {
        return query(caseNumber)
                .or()
                .taskAssignee(person)
                .taskCandidateUser(person)
                .endOr();
    }

    private List<CaseTask> found(TaskQuery query) {
        return AsSystem.run(
                identity,
                () -> query.orderByDueDate().asc().list().stream()
                        .map(this::read)
                        .toList());
    }

    private CaseTask read(Task task) {
        List<IdentityLink> links = task.getAssignee() == null ? tasks.getIdentityLinksForTask(task.getId()) : List.of();
        return new CaseTask(
                task.getId(),
                task.getTaskDefinitionKey().replaceFirst("^userTask_", ""),
                task.getName(),
                duty(task),
                instant(task.getCreateTime()),
                instant(task.getDueDate()),
                task.getAssignee(),
                links.stream()
                        .map(IdentityLink::getGroupId)
                        .flatMap(CaseTasks::role)
                        .sorted()
                        .toList(),
                links.stream()
                        .map(IdentityLink::getUserId)
                        .flatMap(Stream::ofNullable)
                        .sorted()
                        .toList());
    }

    private Duty duty(Task task) {
        Optional<Duty> marked = engine.execute(
                context -> Marks.duty(context, task.getProcessDefinitionId(), task.getTaskDefinitionKey()));
        return marked.orElse(null);
    }

    private static Stream<String> role(String group) {
        return Stream.ofNullable(group).map(id -> id.substring(id.lastIndexOf('.') + 1));
    }

    private static Instant instant(Date date) {
        return date == null ? null : Instant.ofEpochMilli(date.getTime());
    }
}
