package no.tolv.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * A step of a diagram, as the case's log names it.
 *
 * @param element id of the diagram element
 * @param diagram key and version of the diagram, for example {@code activityDuty:3}
 */
public record Step(String element, String diagram) {

    /** The step that is being executed. */
    public static Step of(DelegateExecution execution) {
        return new Step(execution.getCurrentActivityId(), diagram(execution.getProcessDefinitionId()));
    }

    /** A definition's id begins with its key and version, unless the engine had to shorten it. */
    private static String diagram(String definition) {
        String[] parts = definition.split(":");
        return parts.length < 2 ? definition : parts[0] + ":" + parts[1];
    }
}
