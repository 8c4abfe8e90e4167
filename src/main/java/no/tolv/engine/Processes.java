package no.tolv.engine;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Starts processes and tells running ones that something has happened. */
@Component
public class Processes {

    /** Starts a process for a case, in the tenant of its unit. */
    public void start(String process, String caseNumber, String tenant, Map<String, Object> variables) {
        throw new UnsupportedOperationException();
    }

    /** Sets a fact on the case's {@code activityDuty} instance the first time it becomes known; later calls change nothing. */
    public void establish(String caseNumber, ProcessVariable<Boolean> fact) {
        throw new UnsupportedOperationException();
    }

    /**
     * Tells the case's processes that a message has come.
     *
     * @return how many instances were waiting for it
     */
    public int tell(String message, String caseNumber, Map<String, Object> variables) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #tell(String, String, Map)}, to the one instance that holds the given variable value. */
    public int tell(String message, String caseNumber, String variable, Object value) {
        throw new UnsupportedOperationException();
    }
}
