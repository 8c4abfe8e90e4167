package no.tolv.engine.variable;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A variable a process declares: its name and type, written down once. Variables carry ids, codes, dates and counts,
 * never names or text (design principle 3).
 */
public record ProcessVariable<T>(String name, Class<T> type) {

    /**
     * The value in the scope.
     *
     * @throws MissingVariable when there is none, with the variable and the activity in the sentence
     */
    public T from(VariableScope scope) {
        return in(scope).orElseThrow(() -> new MissingVariable(name, scope.getVariableScopeKey()));
    }

    public Optional<T> in(VariableScope scope) {
        return Optional.ofNullable(type.cast(scope.getVariable(name)));
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    public void setLocal(VariableScope scope, T value) {
        scope.setVariableLocal(name, value);
    }
}
