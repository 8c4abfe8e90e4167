package no.tolv.engine.law;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** What an event of a diagram waits for. */
final class Events {

    private Events() {}

    /** Something in the diagram sets it off, nobody outside. */
    static boolean isThrown(FlowNode event) {
        return definitions(event)
                .anyMatch(what -> what instanceof ErrorEventDefinition || what instanceof EscalationEventDefinition);
    }

    /** A timer of no length. */
    static boolean isAtOnce(FlowNode event) {
        return definitions(event)
                .filter(TimerEventDefinition.class::isInstance)
                .map(timer -> ((TimerEventDefinition) timer).getTimeDuration())
                .anyMatch(length ->
                        length != null && length.getTextContent().strip().matches("P[^1-9]*"));
    }

    private static Stream<EventDefinition> definitions(FlowNode event) {
        return event.getChildElementsByType(EventDefinition.class).stream();
    }
}
