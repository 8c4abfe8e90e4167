package hostile;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * What an attacker wants the engine to load. It tells of itself in a system property, so that whoever looks does not
 * load it.
 */
public class Marker implements JavaDelegate, TaskListener, ExecutionListener {

    static {
        System.setProperty("hostile.marker", "loaded");
    }

    public Marker() {
        System.setProperty("hostile.marker", "made");
    }

    @Override
    public void execute(DelegateExecution execution) {
        System.setProperty("hostile.marker", "executed");
    }

    @Override
    public void notify(DelegateExecution execution) {
        System.setProperty("hostile.marker", "notified");
    }

    @Override
    public void notify(DelegateTask task) {
        System.setProperty("hostile.marker", "notified");
    }
}
