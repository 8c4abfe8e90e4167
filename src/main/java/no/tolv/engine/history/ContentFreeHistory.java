package no.tolv.engine.history;

import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * What the engine remembers of the past: which steps were taken, when and by whom. What was said lives in the case file
 * only (design principle 3), and what nobody reads is not written at all: values of variables, that a job went well, that
 * a candidate left a task again, and what the tables answered when our own code asked (ADR 0009).
 */
public class ContentFreeHistory extends AbstractHistoryLevel {

    static final String NAME = "tolv";

    private static final Set<HistoryEventType> NEVER = Set.of(
            HistoryEventTypes.FORM_PROPERTY_UPDATE,
            HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE,
            HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE,
            HistoryEventTypes.VARIABLE_INSTANCE_DELETE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
            HistoryEventTypes.IDENTITY_LINK_DELETE,
            HistoryEventTypes.JOB_CREATE,
            HistoryEventTypes.JOB_SUCCESS,
            HistoryEventTypes.JOB_DELETE);

    @Override
    public int getId() {
        return 12;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return !NEVER.contains(type) && (type != HistoryEventTypes.DMN_DECISION_EVALUATE || isAskedByDiagram());
    }

    private static boolean isAskedByDiagram() {
        BpmnExecutionContext step = Context.getBpmnExecutionContext();
        return step != null
                && step.getExecution().getActivity().getActivityBehavior()
                        instanceof DmnBusinessRuleTaskActivityBehavior;
    }
}
