package no.tolv.engine.guard;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import no.tolv.engine.CaseStart;
import no.tolv.engine.StartGate;
import no.tolv.engine.form.Shown;
import no.tolv.engine.form.StartForms;
import no.tolv.engine.form.TaskForms;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine's form service with the form contract in front: Tasklist and the REST API both come through here. */
public class GuardedFormService extends FormServiceImpl {

    private final ObjectProvider<TaskForms> tasks;
    private final ObjectProvider<StartForms> starts;
    private final TransactionTemplate transaction;

    public GuardedFormService(
            ObjectProvider<TaskForms> tasks, ObjectProvider<StartForms> starts, TransactionTemplate transaction) {
        this.tasks = tasks;
        this.starts = starts;
        this.transaction = transaction;
    }

    @Override
    public void submitTaskForm(String task, Map<String, Object> sent) {
        completed(task, sent, accepted -> {
            super.submitTaskForm(task, accepted);
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(String task, Map<String, Object> sent, boolean deserialize) {
        return completed(
                task, sent, accepted -> super.submitTaskFormWithVariablesInReturn(task, accepted, deserialize));
    }

    private <T> T completed(String task, Map<String, Object> sent, Function<Map<String, Object>, T> completion) {
        return transaction.execute(status -> tasks.getObject().complete(task, sent, completion));
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public void submitTaskFormData(String task, Map<String, String> sent) {
        submitTaskForm(task, (Map) sent);
    }

    @Override
    public ProcessInstance submitStartForm(String definition, Map<String, Object> sent) {
        return start(definition, sent);
    }

    /** The business key is the case number, which the server gives; a key from outside is not heard. */
    @Override
    public ProcessInstance submitStartForm(String definition, String businessKey, Map<String, Object> sent) {
        return start(definition, sent);
    }

    @Override
    public ProcessInstance submitStartFormData(String definition, Map<String, String> sent) {
        return start(definition, sent);
    }

    @Override
    public ProcessInstance submitStartFormData(String definition, String businessKey, Map<String, String> sent) {
        return start(definition, sent);
    }

    private ProcessInstance start(String definition, Map<String, ?> sent) {
        return transaction.execute(status -> {
            CaseStart.Start start = starts.getObject().accept(definition, sent, caller());
            return StartGate.in(
                    start.tenant(), () -> super.submitStartForm(definition, start.caseNumber(), start.variables()));
        });
    }

    private String caller() {
        return tasks.getObject().caller();
    }

    @Override
    public VariableMap getTaskFormVariables(String task, Collection<String> names, boolean deserialize) {
        return read(() -> {
            VariableMap variables = super.getTaskFormVariables(task, names, deserialize);
            shown(tasks.getObject().values(task), names).forEach((name, value) -> Shown.put(variables, name, value));
            return variables;
        });
    }

    /** In one transaction and one engine command, so that nothing is read twice. */
    private <T> T read(Supplier<T> reading) {
        return transaction.execute(status -> commandExecutor.execute(context -> reading.get()));
    }

    private static Map<String, Object> shown(Map<String, Object> values, Collection<String> names) {
        Map<String, Object> shown = new HashMap<>(values);
        if (names != null) {
            shown.keySet().retainAll(names);
        }
        return shown;
    }

    @Override
    public InputStream getDeployedTaskForm(String task) {
        return read(() -> shown(tasks.getObject().shown(task)).orElseGet(() -> super.getDeployedTaskForm(task)));
    }

    @Override
    public InputStream getDeployedStartForm(String definition) {
        return stream(starts.getObject().shown(definition, caller()));
    }

    private static Optional<InputStream> shown(Optional<String> form) {
        return form.map(GuardedFormService::stream);
    }

    private static InputStream stream(String form) {
        return new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8));
    }
}
