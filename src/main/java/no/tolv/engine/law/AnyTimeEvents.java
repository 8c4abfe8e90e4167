package no.tolv.engine.law;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;

/** What must be able to happen in every state: the wall of five working days and a serious case (INV-14, INV-17). */
final class AnyTimeEvents {

    private final Process process;

    AnyTimeEvents(Process process) {
        this.process = process;
    }

    Stream<Breach> breaches() {
        return Stream.of(
                        required(
                                "INV-14",
                                AnyTimeEvents::isWall,
                                "wallReached",
                                "Veggen på fem arbeidsdager mangler eller kan flyttes. Diagrammet må ha en"
                                        + " ikke-avbrytende hendelsesdelprosess som starter på ${wallAt} og varsler"
                                        + " skoleeier (§ 12-6)."),
                        required(
                                "INV-17",
                                AnyTimeEvents::isSerious,
                                "serious",
                                "En alvorlig sak må kunne nå skoleeier når som helst. Diagrammet må ha en ikke-avbrytende"
                                        + " hendelsesdelprosess på ${serious} som varsler skoleeier uten en oppgave"
                                        + " foran (§ 12-4)."))
                .flatMap(Optional::stream);
    }

    private Optional<Breach> required(
            String invariant, Predicate<EventDefinition> trigger, String notice, String sentence) {
        boolean there = process.getChildElementsByType(SubProcess.class).stream()
                .filter(SubProcess::triggeredByEvent)
                .flatMap(scope -> new Graph(scope).start().stream())
                .filter(start -> !start.isInterrupting())
                .filter(start -> start.getEventDefinitions().stream().anyMatch(trigger))
                .anyMatch(start -> tells(start, notice));
        return there ? Optional.empty() : Optional.of(new Breach(invariant, process.getId(), sentence));
    }

    private static boolean tells(StartEvent start, String notice) {
        return Graph.after(start, UserTask.class::isInstance).stream().anyMatch(node -> releases(node, notice));
    }

    private static boolean releases(FlowNode node, String notice) {
        return node instanceof ServiceTask task
                && "${releaseNotices}".equals(task.getCamundaDelegateExpression())
                && Optional.ofNullable(task.getExtensionElements()).stream()
                        .flatMap(extensions ->
                                extensions.getElementsQuery().filterByType(CamundaInputOutput.class).list().stream())
                        .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
                        .anyMatch(input -> input.getTextContent().strip().equals(notice));
    }

    private static boolean isWall(EventDefinition definition) {
        return definition instanceof TimerEventDefinition timer
                && timer.getTimeDate() != null
                && "${wallAt}".equals(timer.getTimeDate().getTextContent().strip());
    }

    private static boolean isSerious(EventDefinition definition) {
        return definition instanceof ConditionalEventDefinition conditional
                && "${serious}"
                        .equals(conditional.getCondition().getTextContent().strip());
    }
}
