package no.tolv.engine.time;

import java.util.Date;
import java.util.function.Supplier;
import no.tolv.engine.time.TaskDeadlines.Dates;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.NullValueProvider;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;

/** Writes {@code dueAt}, {@code remindAt} and {@code escalateAt} to a task as it begins; the table is asked once for all three. */
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
        inner.setVariableLocal("dueAt", Date.from(dates.dueAt()));
        inner.setVariableLocal("remindAt", Date.from(dates.remindAt()));
        inner.setVariableLocal("escalateAt", Date.from(dates.escalateAt()));
    }
}
