package no.tolv.engine.law;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The course of a case: the principal first, investigation always, and no end without the pupil (INV-01, 05, 06, 07, 11). */
final class CaseCourse {

    /** Facts that hold the pupil's own word, or say that the case lives on elsewhere. */
    private static final Set<String> PUPILS_WORD =
            Set.of("${duplicate}", "${!measuresNeeded}", "${pupilSafe}", "${stillSafe}");

    private final Process process;
    private final Graph graph;

    CaseCourse(Process process) {
        this.process = process;
        this.graph = new Graph(process);
    }

    Stream<Breach> breaches() {
        return Stream.of(principalFirst(), straightToInvestigation(), alwaysInvestigated())
                .flatMap(Optional::stream);
    }

    /** No gateway, end or other person stands between the report and the principal. */
    private Optional<Breach> principalFirst() {
        List<FlowNode> first = graph.start().stream()
                .flatMap(start -> Graph.after(start, UserTask.class::isInstance).stream())
                .toList();
        boolean straight = first.stream()
                .allMatch(node -> node instanceof ServiceTask
                        || node instanceof BusinessRuleTask
                        || node instanceof UserTask task && isReceivers(task));
        return straight && first.stream().anyMatch(UserTask.class::isInstance)
                ? Optional.empty()
                : breach(
                        "INV-01",
                        "Meldingen må gå rett til rektor: den første oppgaven må ha kandidatgruppen ${receiver} eller"
                                + " principal, uten port eller slutt foran (§ 12-4 andre ledd).");
    }

    /** Between the principal's receipt and the investigation nobody else is waited for. */
    private Optional<Breach> straightToInvestigation() {
        boolean waits = receipts()
                .flatMap(task -> Graph.after(task, node -> isInvestigation(node) || node instanceof EndEvent).stream())
                .filter(node -> !isInvestigation(node) && !(node instanceof EndEvent))
                .anyMatch(node -> !(node instanceof Gateway) && !(node instanceof ServiceTask) && isBefore(node));
        return waits
                ? breach(
                        "INV-05",
                        "Noe venter mellom rektors mottak og undersøkelsen. Skolen skal undersøke snarest (§ 12-4):"
                                + " flytt tidshendelsen eller oppgaven til etter undersøkelsen.")
                : Optional.empty();
    }

    private boolean isBefore(FlowNode node) {
        return Graph.after(node, n -> false).stream().anyMatch(CaseCourse::isInvestigation);
    }

    private Optional<Breach> alwaysInvestigated() {
        boolean always =
                graph.alwaysPasses(CaseCourse::isInvestigation, flow -> "${duplicate}".equals(condition(flow)));
        return always
                ? Optional.empty()
                : breach(
                        "INV-06",
                        "Saken kan ende uten at den er undersøkt. Alle veier til en slutt må gå gjennom"
                                + " undersøkelsen (§ 12-4), unntatt den som er merket ${duplicate}.");
    }

    private Stream<UserTask> receipts() {
        return graph.start().stream()
                .flatMap(start -> Graph.after(start, UserTask.class::isInstance).stream())
                .filter(UserTask.class::isInstance)
                .map(UserTask.class::cast);
    }

    /** Every way to an end is opened by the pupil's own word, and no default flow ends anything. */
    static Stream<Breach> endings(Process process) {
        return new Graph(process)
                .nodes().stream()
                        .filter(ExclusiveGateway.class::isInstance)
                        .map(ExclusiveGateway.class::cast)
                        .filter(gateway -> Graph.outgoing(gateway).count() > 1)
                        .flatMap(CaseCourse::endings);
    }

    private static Stream<Breach> endings(ExclusiveGateway gateway) {
        return Graph.outgoing(gateway)
                .filter(flow -> endsWithoutPeople(flow.getTarget()))
                .filter(flow -> flow.equals(gateway.getDefault()) || !PUPILS_WORD.contains(condition(flow)))
                .map(flow -> new Breach(
                        flow.equals(gateway.getDefault()) ? "INV-11" : "INV-07",
                        flow.getId(),
                        "Flyten fra «" + gateway.getName() + "» avslutter uten at eleven selv har sagt at det er trygt"
                                + " og godt (§ 12-2, § 12-4). Bruk elevens svar som betingelse, og la standardflyten"
                                + " gå til tiltak."));
    }

    private static boolean endsWithoutPeople(FlowNode node) {
        Predicate<FlowNode> people = n -> n instanceof UserTask || n instanceof CallActivity;
        return !people.test(node)
                && (node instanceof EndEvent
                        || Graph.after(node, people).stream().anyMatch(EndEvent.class::isInstance));
    }

    private static boolean isReceivers(UserTask task) {
        String groups = String.valueOf(task.getCamundaCandidateGroups());
        return groups.equals("${receiver}") || List.of(groups.split(",")).contains("principal");
    }

    private static boolean isInvestigation(FlowNode node) {
        return node instanceof CallActivity call && "investigation".equals(call.getCalledElement());
    }

    private static String condition(SequenceFlow flow) {
        return flow.getConditionExpression() == null
                ? null
                : flow.getConditionExpression().getTextContent().strip();
    }

    private Optional<Breach> breach(String invariant, String sentence) {
        return Optional.of(new Breach(invariant, process.getId(), sentence));
    }
}
