package no.tolv.engine.time;

import static org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Gives every user task that is due {@code ${dueAt}}, or has a boundary timer at {@code ${remindAt}} or
 * {@code ${escalateAt}}, those three as local variables. A multi-instance task gets them on its body, where its boundary
 * timers look.
 */
class DeadlineParseListener extends AbstractBpmnParseListener {

    private static final String DUE = "${dueAt}";
    private static final Set<String> BOUNDARY = Set.of("${remindAt}", "${escalateAt}");

    private final Supplier<TaskDeadlines> deadlines;

    DeadlineParseListener(Supplier<TaskDeadlines> deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void parseBoundaryTimerEventDefinition(Element timer, boolean interrupting, ActivityImpl event) {
        Element date = timer.element("timeDate");
        if (date != null && BOUNDARY.contains(date.getText().trim())) {
            userTaskIn((ActivityImpl) event.getEventScope()).ifPresent(this::giveDates);
        }
    }

    /** Comes after the whole diagram is read, so that a task's own input parameters are already in place. */
    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        giveDatesIn(definition.getActivities());
    }

    private void giveDatesIn(List<ActivityImpl> activities) {
        activities.stream().filter(DeadlineParseListener::isDue).forEach(this::giveDates);
        activities.forEach(activity -> giveDatesIn(activity.getActivities()));
    }

    private static boolean isDue(ActivityImpl activity) {
        return activity.getActivityBehavior() instanceof UserTaskActivityBehavior task
                && Optional.ofNullable(task.getTaskDefinition().getDueDateExpression())
                        .map(Expression::getExpressionText)
                        .filter(DUE::equals)
                        .isPresent();
    }

    private static Optional<ActivityImpl> userTaskIn(ActivityImpl scope) {
        return scope.getId().endsWith(MULTI_INSTANCE_BODY_ID_SUFFIX)
                ? scope.getActivities().stream().findFirst().flatMap(DeadlineParseListener::userTaskIn)
                : Optional.of(scope).filter(it -> it.getActivityBehavior() instanceof UserTaskActivityBehavior);
    }

    private void giveDates(ActivityImpl task) {
        ActivityImpl holder = holder(task);
        IoMapping mapping = Optional.ofNullable(holder.getIoMapping()).orElseGet(IoMapping::new);
        if (mapping.getInputParameters().stream().noneMatch(DeadlineInput.class::isInstance)) {
            mapping.addInputParameter(new DeadlineInput(task.getId(), deadlines));
        }
        holder.setIoMapping(mapping);
        holder.setScope(true);
    }

    private static ActivityImpl holder(ActivityImpl task) {
        ScopeImpl around = task.getFlowScope();
        return (task.getId() + MULTI_INSTANCE_BODY_ID_SUFFIX).equals(around.getId()) ? (ActivityImpl) around : task;
    }
}
