package no.tolv.engine.deployment;

import static java.util.stream.Collectors.toSet;
import static java.util.stream.Stream.concat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;

/**
 * What tables are asked with that stands in the diagrams, where an administrator may add to it.
 *
 * @param tasks user tasks, without {@code userTask_}
 * @param events what notices are released of
 */
record DiagramCodes(Set<String> tasks, Set<String> events) {

    private static DiagramCodes of(BpmnModelInstance diagram) {
        return new DiagramCodes(
                diagram.getModelElementsByType(UserTask.class).stream()
                        .map(task -> task.getId().replaceFirst("^userTask_", ""))
                        .collect(toSet()),
                diagram.getModelElementsByType(CamundaInputParameter.class).stream()
                        .filter(parameter -> "noticeEvent".equals(parameter.getCamundaName()))
                        .map(parameter -> parameter.getTextContent().strip())
                        .collect(toSet()));
    }

    static DiagramCodes of(Stream<BpmnModelInstance> diagrams) {
        return diagrams.map(DiagramCodes::of).reduce(new DiagramCodes(Set.of(), Set.of()), DiagramCodes::and);
    }

    private DiagramCodes and(DiagramCodes other) {
        return new DiagramCodes(both(tasks, other.tasks), both(events, other.events));
    }

    /**
     * By the name of the column.
     *
     * @param ours codes asked with that stand in no diagram; events are known only together with ours
     */
    Map<String, Set<String>> byInput(Map<String, Set<String>> ours) {
        Set<String> events = ours.get("event");
        return events == null ? Map.of("task", tasks) : Map.of("task", tasks, "event", both(this.events, events));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        return concat(one.stream(), other.stream()).collect(toSet());
    }
}
