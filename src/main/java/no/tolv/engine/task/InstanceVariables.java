package no.tolv.engine.task;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

/**
 * Reads the stored variables of a process instance all at once, because whoever asks for those of a task soon asks for
 * those around it. What the command itself changes, the engine keeps with task and execution and stores at its end.
 */
class InstanceVariables extends VariableInstanceManager {

    private final Map<String, Map<String, List<VariableInstanceEntity>>> byInstance = new HashMap<>();

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByTaskId(String task) {
        return of(
                TaskEntity.class,
                task,
                TaskEntity::getProcessInstanceId,
                () -> super.findVariableInstancesByTaskId(task));
    }

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByExecutionId(String execution) {
        return of(
                ExecutionEntity.class,
                execution,
                ExecutionEntity::getProcessInstanceId,
                () -> super.findVariableInstancesByExecutionId(execution));
    }

    private <T extends DbEntity> List<VariableInstanceEntity> of(
            Class<T> type, String id, Function<T, String> instance, Supplier<List<VariableInstanceEntity>> alone) {
        return Optional.ofNullable(getDbEntityManager().getCachedEntity(type, id))
                .map(instance)
                .map(found -> byInstance.computeIfAbsent(found, this::byScope).getOrDefault(id, List.of()))
                .orElseGet(alone);
    }

    private Map<String, List<VariableInstanceEntity>> byScope(String instance) {
        return findVariableInstancesByProcessInstanceId(instance).stream()
                .collect(groupingBy(
                        variable -> variable.getTaskId() == null ? variable.getExecutionId() : variable.getTaskId()));
    }
}
