package no.tolv.engine.guard;

import java.io.InputStream;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.function.Function;
import no.tolv.engine.form.TaskForms;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine's task service with the form contract in front; what would go around the forms is refused. */
public class GuardedTaskService extends TaskServiceImpl {

    private final ObjectProvider<TaskForms> forms;
    private final TransactionTemplate transaction;

    public GuardedTaskService(ObjectProvider<TaskForms> forms, TransactionTemplate transaction) {
        this.forms = forms;
        this.transaction = transaction;
    }

    @Override
    public void complete(String task) {
        complete(task, Map.of());
    }

    @Override
    public void complete(String task, Map<String, Object> sent) {
        completed(task, sent, accepted -> {
            super.complete(task, accepted);
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(String task, Map<String, Object> sent, boolean deserialize) {
        return completed(task, sent, accepted -> super.completeWithVariablesInReturn(task, accepted, deserialize));
    }

    private <T> T completed(String task, Map<String, Object> sent, Function<Map<String, Object>, T> completion) {
        return transaction.execute(status -> forms.getObject().complete(task, sent, completion));
    }

    @Override
    public void setVariable(String task, String name, Object value) {
        Guard.variables();
        super.setVariable(task, name, value);
    }

    @Override
    public void setVariableLocal(String task, String name, Object value) {
        Guard.variables();
        super.setVariableLocal(task, name, value);
    }

    @Override
    public void setVariables(String task, Map<String, ? extends Object> variables) {
        Guard.variables();
        super.setVariables(task, variables);
    }

    @Override
    public void setVariablesLocal(String task, Map<String, ? extends Object> variables) {
        Guard.variables();
        super.setVariablesLocal(task, variables);
    }

    @Override
    public void updateVariables(String task, Map<String, ? extends Object> changes, Collection<String> removals) {
        Guard.variables();
        super.updateVariables(task, changes, removals);
    }

    @Override
    public void updateVariablesLocal(String task, Map<String, ? extends Object> changes, Collection<String> removals) {
        Guard.variables();
        super.updateVariablesLocal(task, changes, removals);
    }

    @Override
    public void removeVariable(String task, String name) {
        Guard.variables();
        super.removeVariable(task, name);
    }

    @Override
    public void removeVariableLocal(String task, String name) {
        Guard.variables();
        super.removeVariableLocal(task, name);
    }

    @Override
    public void removeVariables(String task, Collection<String> names) {
        Guard.variables();
        super.removeVariables(task, names);
    }

    @Override
    public void removeVariablesLocal(String task, Collection<String> names) {
        Guard.variables();
        super.removeVariablesLocal(task, names);
    }

    @Override
    public void resolveTask(String task) {
        Guard.task();
        super.resolveTask(task);
    }

    @Override
    public void resolveTask(String task, Map<String, Object> variables) {
        Guard.task();
        super.resolveTask(task, variables);
    }

    @Override
    public Task newTask() {
        Guard.task();
        return super.newTask();
    }

    @Override
    public Task newTask(String task) {
        Guard.task();
        return super.newTask(task);
    }

    @Override
    public void saveTask(Task task) {
        Guard.task();
        super.saveTask(task);
    }

    @Override
    public void deleteTask(String task) {
        Guard.task();
        super.deleteTask(task);
    }

    @Override
    public void deleteTask(String task, boolean cascade) {
        Guard.task();
        super.deleteTask(task, cascade);
    }

    @Override
    public void deleteTask(String task, String reason) {
        Guard.task();
        super.deleteTask(task, reason);
    }

    @Override
    public void deleteTasks(Collection<String> tasks) {
        Guard.task();
        super.deleteTasks(tasks);
    }

    @Override
    public void deleteTasks(Collection<String> tasks, boolean cascade) {
        Guard.task();
        super.deleteTasks(tasks, cascade);
    }

    @Override
    public void deleteTasks(Collection<String> tasks, String reason) {
        Guard.task();
        super.deleteTasks(tasks, reason);
    }

    @Override
    public void setName(String task, String name) {
        Guard.task();
        super.setName(task, name);
    }

    @Override
    public void setDescription(String task, String description) {
        Guard.task();
        super.setDescription(task, description);
    }

    @Override
    public void setDueDate(String task, Date date) {
        Guard.task();
        super.setDueDate(task, date);
    }

    @Override
    public void handleBpmnError(String task, String code) {
        Guard.task();
        super.handleBpmnError(task, code);
    }

    @Override
    public void handleBpmnError(String task, String code, String message) {
        Guard.task();
        super.handleBpmnError(task, code, message);
    }

    @Override
    public void handleBpmnError(String task, String code, String message, Map<String, Object> variables) {
        Guard.task();
        super.handleBpmnError(task, code, message, variables);
    }

    @Override
    public void handleEscalation(String task, String code) {
        Guard.task();
        super.handleEscalation(task, code);
    }

    @Override
    public void handleEscalation(String task, String code, Map<String, Object> variables) {
        Guard.task();
        super.handleEscalation(task, code, variables);
    }

    @Override
    public Comment createComment(String task, String process, String message) {
        Guard.text();
        return super.createComment(task, process, message);
    }

    @Override
    public void updateTaskComment(String task, String comment, String message) {
        Guard.text();
        super.updateTaskComment(task, comment, message);
    }

    @Override
    public void updateProcessInstanceComment(String process, String comment, String message) {
        Guard.text();
        super.updateProcessInstanceComment(process, comment, message);
    }

    @Override
    public Attachment createAttachment(
            String type, String task, String process, String name, String description, InputStream content) {
        Guard.text();
        return super.createAttachment(type, task, process, name, description, content);
    }

    @Override
    public Attachment createAttachment(
            String type, String task, String process, String name, String description, String url) {
        Guard.text();
        return super.createAttachment(type, task, process, name, description, url);
    }

    @Override
    public void saveAttachment(Attachment attachment) {
        Guard.text();
        super.saveAttachment(attachment);
    }
}
