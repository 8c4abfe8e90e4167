package no.tolv.engine.time;

import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;
import no.tolv.engine.time.TaskDeadlines.Dates;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.NullValueProvider;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Gives a task {@code dueAt}, {@code remindAt} and {@code escalateAt} as it begins; the table is asked once for all
 * three. Task and timers take them over in the same step, so they are never stored as variables.
 */
class DeadlineInput extends InputParameter {

    private final String task;
    private final Supplier<TaskDeadlines> deadlines;

    DeadlineInput(String activityId, Supplier<TaskDeadlines> deadlines) {
        super("dueAt", new NullValueProvider());
        this.task = activityId.replaceFirst("^userTask_", "");
        this.deadlines = deadlines;
    }

    @Override
    protected void execute(AbstractVariableScope inner, AbstractVariableScope outer) {
        Dates dates = deadlines.get().of(task, outer);
        give(inner, "dueAt", dates.dueAt());
        give(inner, "remindAt", dates.remindAt());
        give(inner, "escalateAt", dates.escalateAt());
    }

    private static void give(AbstractVariableScope task, String name, Instant at) {
        task.setVariableLocal(name, Variables.dateValue(Date.from(at), true));
    }
}
