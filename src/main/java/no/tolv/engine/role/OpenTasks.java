package no.tolv.engine.role;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The tasks of a case that wait for somebody. */
@Component
public class OpenTasks {

    private final ProcessEngine engine;

    OpenTasks(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * Takes the case's tasks from everybody who has since been excluded, and gives them to those who are left (INV-04).
     * To be called in the transaction that excludes somebody.
     *
     * @throws NobodyLeft when a task would be left with nobody
     */
    public void resolveAgain(String caseNumber) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> everywhere(context, () -> open(caseNumber).forEach(this::resolveAgain)));
    }

    /** Whoever tells of an exclusion need not see the tasks it changes, nor belong to the case's tenant. */
    private static Void everywhere(CommandContext context, Runnable work) {
        boolean checked = context.isTenantCheckEnabled();
        context.disableTenantCheck();
        try {
            context.runWithoutAuthorization(() -> {
                work.run();
                return null;
            });
        } finally {
            if (checked) {
                context.enableTenantCheck();
            }
        }
        return null;
    }

    private List<TaskEntity> open(String caseNumber) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(Task::getId)
                .map(Context.getCommandContext().getTaskManager()::findTaskById)
                .toList();
    }

    private void resolveAgain(TaskEntity task) {
        AssignRole rule = ruleOf(task);
        if (task.getAssignee() == null || !rule.mayTake(task, task.getAssignee()) || isOpenToOthers(task)) {
            Candidates wanted = rule.candidates(task);
            release(task, rule);
            removeOthers(task, wanted);
            addMissing(task, wanted);
        }
    }

    private static AssignRole ruleOf(TaskEntity task) {
        return task.getTaskDefinition().getBuiltinTaskListenersForEvent(TaskListener.EVENTNAME_CREATE).stream()
                .filter(AssignRole.class::isInstance)
                .map(AssignRole.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOpenToOthers(TaskEntity task) {
        return task.getCandidates().stream().anyMatch(OpenTasks::isCandidate);
    }

    private void release(TaskEntity task, AssignRole rule) {
        if (task.getAssignee() != null && !rule.mayTake(task, task.getAssignee())) {
            tasks().setAssignee(task.getId(), null);
        }
    }

    private void removeOthers(TaskEntity task, Candidates wanted) {
        for (IdentityLink link : Set.copyOf(task.getCandidates())) {
            if (link.getGroupId() != null && !wanted.groups().contains(link.getGroupId())) {
                tasks().deleteCandidateGroup(task.getId(), link.getGroupId());
            } else if (link.getUserId() != null && !wanted.users().contains(link.getUserId())) {
                tasks().deleteCandidateUser(task.getId(), link.getUserId());
            }
        }
    }

    private void addMissing(TaskEntity task, Candidates wanted) {
        Set<String> groups = new HashSet<>(wanted.groups());
        groups.removeAll(
                task.getCandidates().stream().map(IdentityLink::getGroupId).collect(toSet()));
        Set<String> users = new HashSet<>(wanted.users());
        users.removeAll(
                task.getCandidates().stream().map(IdentityLink::getUserId).collect(toSet()));
        task.addCandidateGroups(groups);
        task.addCandidateUsers(users);
    }

    private static boolean isCandidate(IdentityLink link) {
        return IdentityLinkType.CANDIDATE.equals(link.getType());
    }

    private TaskService tasks() {
        return engine.getTaskService();
    }
}
