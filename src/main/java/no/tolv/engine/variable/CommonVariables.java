package no.tolv.engine.variable;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What every process of a case knows: the case, its unit and the municipality. */
public final class CommonVariables {

    public static final ProcessVariable<String> CASE_NUMBER = new ProcessVariable<>("caseNumber", String.class);
    public static final ProcessVariable<String> UNIT = new ProcessVariable<>("unit", String.class);

    /** The unit that owns the case's unit; decision tables inherit from it. */
    public static final ProcessVariable<String> MUNICIPALITY = new ProcessVariable<>("municipality", String.class);

    static final List<ProcessVariable<?>> ALL = List.of(CASE_NUMBER, UNIT, MUNICIPALITY);

    private CommonVariables() {}

    /** The case a process serves; one that serves no single case stands for itself. */
    public static String served(DelegateExecution execution) {
        return CASE_NUMBER.in(execution).orElseGet(execution::getProcessInstanceId);
    }
}
