package no.tolv.engine.guard;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.runtime.MessageCorrelationAsyncBuilder;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.runtime.SignalEventReceivedBuilder;

/** The engine's runtime service; variables and events come from forms and from the process, never from outside. */
public class GuardedRuntimeService extends RuntimeServiceImpl {

    @Override
    public void setVariable(String execution, String name, Object value) {
        Guard.variables();
        super.setVariable(execution, name, value);
    }

    @Override
    public void setVariableLocal(String execution, String name, Object value) {
        Guard.variables();
        super.setVariableLocal(execution, name, value);
    }

    @Override
    public void setVariables(String execution, Map<String, ? extends Object> variables) {
        Guard.variables();
        super.setVariables(execution, variables);
    }

    @Override
    public void setVariablesLocal(String execution, Map<String, ? extends Object> variables) {
        Guard.variables();
        super.setVariablesLocal(execution, variables);
    }

    @Override
    public Batch setVariablesAsync(
            List<String> ids,
            ProcessInstanceQuery query,
            HistoricProcessInstanceQuery historic,
            Map<String, ?> variables) {
        Guard.variables();
        return super.setVariablesAsync(ids, query, historic, variables);
    }

    @Override
    public Batch setVariablesAsync(List<String> ids, Map<String, ?> variables) {
        Guard.variables();
        return super.setVariablesAsync(ids, variables);
    }

    @Override
    public Batch setVariablesAsync(ProcessInstanceQuery query, Map<String, ?> variables) {
        Guard.variables();
        return super.setVariablesAsync(query, variables);
    }

    @Override
    public Batch setVariablesAsync(HistoricProcessInstanceQuery query, Map<String, ?> variables) {
        Guard.variables();
        return super.setVariablesAsync(query, variables);
    }

    @Override
    public void updateVariables(String execution, Map<String, ? extends Object> changes, Collection<String> removals) {
        Guard.variables();
        super.updateVariables(execution, changes, removals);
    }

    @Override
    public void updateVariablesLocal(
            String execution, Map<String, ? extends Object> changes, Collection<String> removals) {
        Guard.variables();
        super.updateVariablesLocal(execution, changes, removals);
    }

    @Override
    public void removeVariable(String execution, String name) {
        Guard.variables();
        super.removeVariable(execution, name);
    }

    @Override
    public void removeVariableLocal(String execution, String name) {
        Guard.variables();
        super.removeVariableLocal(execution, name);
    }

    @Override
    public void removeVariables(String execution, Collection<String> names) {
        Guard.variables();
        super.removeVariables(execution, names);
    }

    @Override
    public void removeVariablesLocal(String execution, Collection<String> names) {
        Guard.variables();
        super.removeVariablesLocal(execution, names);
    }

    @Override
    public MessageCorrelationBuilder createMessageCorrelation(String message) {
        Guard.event();
        return super.createMessageCorrelation(message);
    }

    @Override
    public MessageCorrelationAsyncBuilder createMessageCorrelationAsync(String message) {
        Guard.event();
        return super.createMessageCorrelationAsync(message);
    }

    @Override
    public void messageEventReceived(String message, String execution) {
        Guard.event();
        super.messageEventReceived(message, execution);
    }

    @Override
    public void messageEventReceived(String message, String execution, Map<String, Object> variables) {
        Guard.event();
        super.messageEventReceived(message, execution, variables);
    }

    @Override
    public SignalEventReceivedBuilder createSignalEvent(String signal) {
        Guard.event();
        return super.createSignalEvent(signal);
    }

    @Override
    public void signal(String execution) {
        Guard.event();
        super.signal(execution);
    }

    @Override
    public void signal(String execution, Map<String, Object> variables) {
        Guard.event();
        super.signal(execution, variables);
    }

    @Override
    public void signal(String execution, String signal, Object data, Map<String, Object> variables) {
        Guard.event();
        super.signal(execution, signal, data, variables);
    }

    @Override
    public void signalEventReceived(String signal) {
        Guard.event();
        super.signalEventReceived(signal);
    }

    @Override
    public void signalEventReceived(String signal, Map<String, Object> variables) {
        Guard.event();
        super.signalEventReceived(signal, variables);
    }

    @Override
    public void signalEventReceived(String signal, String execution) {
        Guard.event();
        super.signalEventReceived(signal, execution);
    }

    @Override
    public void signalEventReceived(String signal, String execution, Map<String, Object> variables) {
        Guard.event();
        super.signalEventReceived(signal, execution, variables);
    }

    @Override
    public void setAnnotationForIncidentById(String incident, String text) {
        Guard.text();
        super.setAnnotationForIncidentById(incident, text);
    }
}
