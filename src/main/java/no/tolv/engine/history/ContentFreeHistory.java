package no.tolv.engine.history;

import java.util.Set;
import no.tolv.engine.variable.ProcessVariables;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * What the engine remembers of the past: which steps were taken, when and by whom, and the declared variables.
 * What was said lives in the case file only (design principle 3).
 */
public class ContentFreeHistory extends AbstractHistoryLevel {

    static final String NAME = "tolv";

    private static final Set<HistoryEventType> NEVER =
            Set.of(HistoryEventTypes.FORM_PROPERTY_UPDATE, HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL);

    private static final Set<HistoryEventType> VARIABLES = Set.of(
            HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE,
            HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE,
            HistoryEventTypes.VARIABLE_INSTANCE_DELETE);

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
        return !NEVER.contains(type) && (!VARIABLES.contains(type) || isDeclared(entity));
    }

    private static boolean isDeclared(Object entity) {
        return !(entity instanceof VariableInstanceEntity variable)
                || ProcessVariables.isDeclaredAnywhere(variable.getName());
    }
}
