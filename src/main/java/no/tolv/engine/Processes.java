package no.tolv.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import no.tolv.engine.variable.CommonVariables;
import no.tolv.engine.variable.ProcessVariable;
import no.tolv.engine.variable.ProcessVariables;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Unit;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts processes and tells running ones that something has happened. */
@Component
public class Processes {

    private final RuntimeService runtime;
    private final IdentityService identity;
    private final Organisation organisation;

    Processes(@Lazy RuntimeService runtime, @Lazy IdentityService identity, Organisation organisation) {
        this.runtime = runtime;
        this.identity = identity;
        this.organisation = organisation;
    }

    /** Starts a process for a case, in the tenant of its unit. */
    public void start(String process, String caseNumber, String tenant, Map<String, Object> variables) {
        Map<String, Object> declared = ProcessVariables.checked(process, startVariables(caseNumber, tenant, variables));
        AsSystem.run(
                identity,
                () -> StartGate.in(tenant, () -> runtime.startProcessInstanceByKey(process, caseNumber, declared)));
    }

    /** Starts a process that serves no single case, in the tenant of a unit. */
    public void start(String process, String tenant, Map<String, Object> variables) {
        start(process, null, tenant, variables);
    }

    /** The variables a case's process starts with: its own, and which case, unit and municipality it serves. */
    public Map<String, Object> startVariables(String caseNumber, String unit, Map<String, Object> variables) {
        Map<String, Object> all = new HashMap<>(variables);
        if (caseNumber != null) {
            all.putIfAbsent(CommonVariables.CASE_NUMBER.name(), caseNumber);
        }
        all.putIfAbsent(CommonVariables.UNIT.name(), unit);
        organisation
                .unit(unit)
                .map(Unit::owner)
                .ifPresent(owner -> all.put(CommonVariables.MUNICIPALITY.name(), owner));
        return all;
    }

    /** Sets a fact on the case's {@code activityDuty} instance the first time it becomes known; later calls change nothing. */
    public void establish(String caseNumber, ProcessVariable<Boolean> fact) {
        AsSystem.run(identity, () -> {
            roots(caseNumber).forEach(root -> establishOn(root, fact));
            return null;
        });
    }

    private List<ProcessInstance> roots(String caseNumber) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey("activityDuty")
                .list();
    }

    private void establishOn(ProcessInstance root, ProcessVariable<Boolean> fact) {
        if (runtime.getVariable(root.getId(), fact.name()) == null) {
            runtime.setVariable(root.getId(), fact.name(), true);
        }
    }

    /**
     * Tells the case's processes that a message has come.
     *
     * @return how many instances were waiting for it
     */
    public int tell(String message, String caseNumber, Map<String, Object> variables) {
        ProcessVariables.checkedAnywhere(variables);
        return correlate(message, caseNumber, told -> told.setVariables(variables));
    }

    /** As {@link #tell(String, String, Map)}, to the one instance that holds the given variable value. */
    public int tell(String message, String caseNumber, String variable, Object value) {
        return correlate(message, caseNumber, told -> told.processInstanceVariableEquals(variable, value));
    }

    private int correlate(String message, String caseNumber, UnaryOperator<MessageCorrelationBuilder> told) {
        return AsSystem.run(
                identity,
                () -> told.apply(runtime.createMessageCorrelation(message).processInstanceBusinessKey(caseNumber))
                        .correlateAllWithResult()
                        .size());
    }
}
