package no.tolv.engine.law;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Ways round in diagrams on which nothing waits, for a person, a message or a time: a token there goes on for ever, and
 * takes the case and the machine with it. What it cannot see: rounds that end because a table or a step says so, which
 * it refuses too; tasks for each of none, which it takes for a wait; and steps that set off an event themselves.
 */
public final class Rounds {

    private final Map<String, Process> processes;
    private final Map<ModelElementInstance, Map<FlowNode, Set<FlowNode>>> ways = new HashMap<>();
    private final Map<ModelElementInstance, Boolean> passing = new HashMap<>();
    private final Map<ModelElementInstance, Boolean> throwing = new HashMap<>();

    /** @param processes all that can call each other, by id */
    public Rounds(Map<String, Process> processes) {
        this.processes = processes;
    }

    /** Ids of what lies on one such round of the process, or of the process itself when it only calls itself; empty when there is none. */
    public Set<String> in(Process process) {
        return Stream.concat(Stream.of(process), inner(process))
                .map(this::round)
                .filter(round -> !round.isEmpty())
                .findFirst()
                .orElseGet(() -> callsItself(process) ? Set.of(process.getId()) : Set.of());
    }

    private static Stream<ModelElementInstance> inner(ModelElementInstance scope) {
        return scope.getChildElementsByType(SubProcess.class).stream()
                .flatMap(inner -> Stream.concat(Stream.of(inner), inner(inner)));
    }

    private Set<String> round(ModelElementInstance scope) {
        Map<FlowNode, Set<FlowNode>> next = next(scope);
        return next.keySet().stream()
                .filter(node -> from(next.get(node), next).contains(node))
                .findFirst()
                .map(node -> through(node, next))
                .orElse(Set.of());
    }

    private static Set<String> through(FlowNode node, Map<FlowNode, Set<FlowNode>> next) {
        return from(next.get(node), next).stream()
                .filter(one -> from(next.get(one), next).contains(node))
                .map(FlowNode::getId)
                .collect(toSet());
    }

    private boolean callsItself(Process process) {
        Set<Process> called = new HashSet<>();
        Deque<Process> calls = new ArrayDeque<>(calledAtOnce(process));
        while (!calls.isEmpty()) {
            Process one = calls.pop();
            if (called.add(one)) {
                calls.addAll(calledAtOnce(one));
            }
        }
        return called.contains(process);
    }

    private Set<Process> calledAtOnce(ModelElementInstance scope) {
        return reached(scope).stream()
                .flatMap(
                        node -> node instanceof SubProcess inner ? calledAtOnce(inner).stream() : called(node).stream())
                .collect(toSet());
    }

    /** Where a token goes from each node of a scope without waiting there. */
    private Map<FlowNode, Set<FlowNode>> next(ModelElementInstance scope) {
        if (!ways.containsKey(scope)) {
            Set<FlowNode> nodes = Set.copyOf(new Graph(scope).nodes());
            ways.put(scope, nodes.stream().collect(Collectors.toMap(Function.identity(), node -> next(node, nodes))));
        }
        return ways.get(scope);
    }

    private Set<FlowNode> next(FlowNode node, Set<FlowNode> nodes) {
        Stream<FlowNode> onward =
                waits(node) ? Stream.of() : Graph.outgoing(node).map(SequenceFlow::getTarget);
        Stream<FlowNode> aside = nodes.stream()
                .filter(BoundaryEvent.class::isInstance)
                .filter(event -> node.equals(((BoundaryEvent) event).getAttachedTo()) && firesAtOnce(node, event));
        return Stream.concat(onward, aside).collect(toSet());
    }

    private static Set<FlowNode> from(Collection<FlowNode> begin, Map<FlowNode, Set<FlowNode>> next) {
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(begin);
        while (!open.isEmpty()) {
            FlowNode node = open.pop();
            if (seen.add(node)) {
                open.addAll(next.getOrDefault(node, Set.of()));
            }
        }
        return seen;
    }

    /** What a token comes to as soon as the scope begins. */
    private Set<FlowNode> reached(ModelElementInstance scope) {
        List<FlowNode> starts = List.copyOf(scope.getChildElementsByType(StartEvent.class));
        return from(starts, next(scope));
    }

    private boolean waits(FlowNode node) {
        if (node instanceof SubProcess || node instanceof CallActivity) {
            return scope(node).map(inner -> !passes(inner)).orElse(true);
        }
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof EventBasedGateway
                || node instanceof IntermediateCatchEvent && !Events.isAtOnce(node);
    }

    private Optional<? extends ModelElementInstance> scope(FlowNode node) {
        return node instanceof SubProcess inner ? Optional.of(inner) : called(node);
    }

    private Optional<Process> called(FlowNode node) {
        return node instanceof CallActivity call
                ? Optional.ofNullable(processes.get(call.getCalledElement()))
                : Optional.empty();
    }

    /** Whether a token can come through at once. */
    private boolean passes(ModelElementInstance scope) {
        return known(
                passing,
                scope,
                () -> reached(scope).stream()
                        .anyMatch(node -> node instanceof EndEvent
                                || !waits(node)
                                        && Graph.outgoing(node).findAny().isEmpty()));
    }

    /** Asked once of each; what has to be known to answer it is taken for a wait, and calls itself. */
    private static boolean known(
            Map<ModelElementInstance, Boolean> answers, ModelElementInstance scope, BooleanSupplier question) {
        if (answers.putIfAbsent(scope, false) == null) {
            answers.put(scope, question.getAsBoolean());
        }
        return answers.get(scope);
    }

    private boolean firesAtOnce(FlowNode node, FlowNode event) {
        return Events.isAtOnce(event) || Events.isThrown(event) && canThrow(node);
    }

    private boolean canThrow(FlowNode node) {
        return scope(node).map(this::throwsAtOnce).orElse(node instanceof Activity && !waits(node));
    }

    private boolean throwsAtOnce(ModelElementInstance scope) {
        return known(
                throwing,
                scope,
                () -> reached(scope).stream().anyMatch(node -> Events.isThrown(node) || canThrow(node)));
    }
}
