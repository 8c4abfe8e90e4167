package no.tolv.engine.law;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** Every duty task has a due date and says so when it is late, and nothing takes it away but the same duty (INV-05). */
final class DutyTasks {

    private static final String ESCALATION = "${escalateAt}";

    private final BpmnModelInstance diagram;

    DutyTasks(BpmnModelInstance diagram) {
        this.diagram = diagram;
    }

    Stream<Breach> breaches() {
        return diagram.getModelElementsByType(UserTask.class).stream()
                .filter(task -> duty(task).isPresent())
                .flatMap(task -> Stream.of(dueDate(task), escalation(task), takenAway(task))
                        .flatMap(Optional::stream));
    }

    /** The {@code duty} mark of a user task. */
    static Optional<String> duty(UserTask task) {
        return Optional.ofNullable(task.getExtensionElements()).stream()
                .flatMap(extensions ->
                        extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .map(CamundaProperties::getCamundaProperties)
                .flatMap(Collection::stream)
                .filter(property -> "duty".equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst();
    }

    private static Optional<Breach> dueDate(UserTask task) {
        return task.getCamundaDueDate() == null
                ? breach(task, "har ingen frist. § 12-4 krever at skolen handler snarest. Sett fristen til ${dueAt}.")
                : Optional.empty();
    }

    private Optional<Breach> escalation(UserTask task) {
        boolean escalates = boundaries(task)
                .filter(event -> !event.cancelActivity())
                .flatMap(event -> event.getEventDefinitions().stream())
                .filter(TimerEventDefinition.class::isInstance)
                .map(timer -> ((TimerEventDefinition) timer).getTimeDate())
                .filter(Objects::nonNull)
                .anyMatch(date -> ESCALATION.equals(date.getTextContent().strip()));
        return escalates
                ? Optional.empty()
                : breach(
                        task,
                        "har ingen eskalering når fristen er ute (§ 12-4). Sett på en ikke-avbrytende tidshendelse"
                                + " med datoen ${escalateAt}.");
    }

    private Optional<Breach> takenAway(UserTask task) {
        boolean lost = boundaries(task)
                .filter(BoundaryEvent::cancelActivity)
                .flatMap(event -> Graph.after(event, UserTask.class::isInstance).stream())
                .filter(DutyTasks::isEndOrTask)
                .anyMatch(
                        next -> !(next instanceof UserTask other && duty(other).equals(duty(task))));
        return lost
                ? breach(
                        task,
                        "kan avbrytes uten at plikten går videre (§ 12-4). La den avbrytende hendelsen lede til en"
                                + " oppgave med samme plikt, eller gjør den ikke-avbrytende.")
                : Optional.empty();
    }

    private static boolean isEndOrTask(FlowNode node) {
        return node instanceof UserTask || Graph.outgoing(node).findAny().isEmpty();
    }

    private Stream<BoundaryEvent> boundaries(UserTask task) {
        Set<BoundaryEvent> all = Set.copyOf(diagram.getModelElementsByType(BoundaryEvent.class));
        return all.stream().filter(event -> event.getAttachedTo().equals(task));
    }

    private static Optional<Breach> breach(UserTask task, String fault) {
        return Optional.of(new Breach("INV-05", task.getId(), "Oppgaven «" + task.getName() + "» " + fault));
    }
}
