package no.tolv.engine.role;

import java.util.function.Function;
import no.tolv.organisation.Role;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Takes assignee and candidates out of every user task and lets {@link AssignRole} decide them, so that a bare role
 * never becomes a candidate group, however the diagram is drawn.
 */
class TaskParseListener extends AbstractBpmnParseListener {

    private final RoleResolution resolution;
    private final Function<String, CaseCircle> circles;

    /** @param circles how staff stand to a case, by case number */
    TaskParseListener(RoleResolution resolution, Function<String, CaseCircle> circles) {
        this.resolution = resolution;
        this.circles = circles;
    }

    @Override
    public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        refuseNamedCandidates(task);
        task.getCandidateGroupIdExpressions().forEach(TaskParseListener::requireRole);
        TaskListener assignRole = new AssignRole(
                resolution, circles, task.getAssigneeExpression(), task.getCandidateGroupIdExpressions());
        task.setAssigneeExpression(null);
        task.getCandidateGroupIdExpressions().clear();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, assignRole);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, new ShowCaseNumber());
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, assignRole);
    }

    private static void refuseNamedCandidates(TaskDefinition task) {
        if (!task.getCandidateUserIdExpressions().isEmpty()) {
            throw new IllegalArgumentException("Oppgaven «" + task.getKey()
                    + "» har navngitte kandidater. Skriv i stedet" + " en rolle i feltet for kandidatgrupper.");
        }
    }

    private static void requireRole(Expression written) {
        if (written.isLiteralText()) {
            Role.of(written.getExpressionText());
        }
    }
}
