package no.tolv.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Key and version of the diagram a step runs in, as the log writes it: {@code activityDuty:3}. */
public final class DiagramVersion {

    private DiagramVersion() {}

    /** The diagram the execution is in. */
    public static String of(DelegateExecution execution) {
        String[] parts = execution.getProcessDefinitionId().split(":");
        return parts.length < 2 ? parts[0] : parts[0] + ":" + parts[1];
    }
}
