package no.tolv.engine.form;

import java.util.Objects;
import java.util.Optional;
import no.tolv.engine.AsSystem;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells somebody who comes too late that the task is done – but only somebody whose task it was. */
@Component
class DoneTasks {

    private final HistoryService history;
    private final IdentityService identity;

    DoneTasks(@Lazy HistoryService history, @Lazy IdentityService identity) {
        this.history = history;
        this.identity = identity;
    }

    RuntimeException whyMissing(String task) {
        Authentication caller = identity.getCurrentAuthentication();
        boolean wasCallers = AsSystem.run(identity, () -> wasTaskOf(task, caller));
        return wasCallers ? new AlreadyCompleted() : new TaskMissing();
    }

    private boolean wasTaskOf(String id, Authentication caller) {
        HistoricTaskInstance task =
                history.createHistoricTaskInstanceQuery().taskId(id).finished().singleResult();
        if (task == null || caller == null) {
            return task != null;
        }
        return Objects.equals(task.getAssignee(), caller.getUserId())
                || history.createHistoricIdentityLinkLogQuery().taskId(id).list().stream()
                        .anyMatch(link -> names(link, caller));
    }

    private static boolean names(HistoricIdentityLinkLog link, Authentication caller) {
        return caller.getUserId().equals(link.getUserId())
                || Optional.ofNullable(caller.getGroupIds()).stream()
                        .anyMatch(groups -> groups.contains(link.getGroupId()));
    }
}
