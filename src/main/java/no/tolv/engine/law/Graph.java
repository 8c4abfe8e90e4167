package no.tolv.engine.law;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** How tokens can move through one scope of a diagram, a process or a sub-process. */
final class Graph {

    private final ModelElementInstance scope;

    Graph(ModelElementInstance scope) {
        this.scope = scope;
    }

    Optional<StartEvent> start() {
        return scope.getChildElementsByType(StartEvent.class).stream().findFirst();
    }

    /** Nodes of this scope itself, not of the scopes inside it. */
    List<FlowNode> nodes() {
        return Stream.of(scope.getChildElementsByType(FlowNode.class))
                .flatMap(Collection::stream)
                .toList();
    }

    /**
     * Nodes that come after a node, up to and with the first that stops the walk on each path. The node itself is left
     * out.
     */
    static Set<FlowNode> after(FlowNode node, Predicate<FlowNode> stop) {
        Set<FlowNode> seen = new HashSet<>();
        walk(node, stop, seen);
        return seen;
    }

    private static void walk(FlowNode node, Predicate<FlowNode> stop, Set<FlowNode> seen) {
        outgoing(node).map(SequenceFlow::getTarget).forEach(next -> {
            if (seen.add(next) && !stop.test(next)) {
                walk(next, stop, seen);
            }
        });
    }

    /** Flows out of a node, by what the flows themselves say: the engine reads no more than that. */
    static Stream<SequenceFlow> outgoing(FlowNode node) {
        return siblings(node).filter(flow -> flow.getSource().equals(node));
    }

    private static Stream<SequenceFlow> incoming(FlowNode node) {
        return siblings(node).filter(flow -> flow.getTarget().equals(node));
    }

    private static Stream<SequenceFlow> siblings(FlowNode node) {
        return node.getParentElement().getChildElementsByType(SequenceFlow.class).stream();
    }

    /** True when every way from the start to an end passes a node for which the test holds, also inside sub-processes. */
    boolean alwaysPasses(Predicate<FlowNode> required) {
        return alwaysPasses(required, flow -> false);
    }

    /** As {@link #alwaysPasses(Predicate)}, leaving aside ways that take a flow for which {@code exempt} holds. */
    boolean alwaysPasses(Predicate<FlowNode> required, Predicate<SequenceFlow> exempt) {
        return reaches(required) && reached(required, exempt).stream().noneMatch(EndEvent.class::isInstance);
    }

    /** True when a token can come to a node for which the test holds, also inside sub-processes. */
    private boolean reaches(Predicate<FlowNode> wanted) {
        return reached(node -> false, flow -> false).stream()
                .anyMatch(node ->
                        wanted.test(node) || node instanceof SubProcess inner && new Graph(inner).reaches(wanted));
    }

    /** Nodes a token can come to without passing what stops it and without taking exempted flows. */
    private Set<FlowNode> reached(Predicate<FlowNode> required, Predicate<SequenceFlow> exempt) {
        Set<FlowNode> reached = new HashSet<>();
        boolean grown = true;
        while (grown) {
            grown = nodes().stream()
                    .filter(node -> !reached.contains(node))
                    .filter(node -> isEntered(node, reached, exempt))
                    .filter(node -> !required.test(node) && !holds(node, required))
                    .map(reached::add)
                    .reduce(false, (some, added) -> some || added);
        }
        return reached;
    }

    /** A sub-process that itself always passes what is required cannot be passed without it. */
    private static boolean holds(FlowNode node, Predicate<FlowNode> required) {
        return node instanceof SubProcess inner && new Graph(inner).alwaysPasses(required);
    }

    private boolean isEntered(FlowNode node, Set<FlowNode> reached, Predicate<SequenceFlow> exempt) {
        if (node instanceof StartEvent) {
            return true;
        }
        if (node instanceof BoundaryEvent boundary) {
            return boundary.cancelActivity() && reached.contains(boundary.getAttachedTo());
        }
        List<SequenceFlow> incoming = incoming(node).toList();
        Predicate<SequenceFlow> taken = flow -> reached.contains(flow.getSource()) && !exempt.test(flow);
        return node instanceof ParallelGateway && incoming.size() > 1
                ? incoming.stream().allMatch(taken)
                : incoming.stream().anyMatch(taken);
    }
}
