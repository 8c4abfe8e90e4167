package no.tolv.engine.law;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * Holds a diagram against those of the law's invariants that a graph can show. What it cannot see: whether measures are
 * suitable, whether a case is serious, whether a hearing was real.
 */
public final class LegalFloor {

    /** User tasks that no way through a process may pass by, with the invariant that says so. */
    private static final Map<String, Set<String>> ALWAYS = Map.of(
            "investigation", Set.of("userTask_hearPupil", "userTask_investigate", "userTask_informGuardians"),
            "activityPlan", Set.of("userTask_writePlan", "userTask_evaluatePlan"),
            "activityDuty", Set.of());

    private static final long LEAST_DAYS_KEPT = 3650;

    private LegalFloor() {}

    /** Everything in a diagram that would let a duty slip; empty when it stands on the floor. */
    public static List<Breach> breaches(BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(Process.class).stream()
                .flatMap(process -> breaches(diagram, process))
                .toList();
    }

    private static Stream<Breach> breaches(BpmnModelInstance diagram, Process process) {
        return Stream.of(new DutyTasks(diagram).breaches(), course(process), passedBy(process), kept(process))
                .flatMap(breaches -> breaches);
    }

    private static Stream<Breach> course(Process process) {
        return switch (process.getId()) {
            case "activityDuty" ->
                Stream.of(
                                new CaseCourse(process).breaches(),
                                CaseCourse.endings(process),
                                new AnyTimeEvents(process).breaches())
                        .flatMap(breaches -> breaches);
            case "activityPlan" -> CaseCourse.endings(process);
            default -> Stream.of();
        };
    }

    private static Stream<Breach> passedBy(Process process) {
        return ALWAYS.getOrDefault(process.getId(), Set.of()).stream()
                .filter(task -> !new Graph(process).alwaysPasses(node -> isTask(node, task)))
                .map(task -> new Breach(
                        "INV-12",
                        task,
                        "Prosessen kan ende uten oppgaven «" + task + "». Eleven skal høres, saken undersøkes,"
                                + " foresatte informeres og planen evalueres (§ 10-2, § 12-4). La alle veier gå"
                                + " gjennom den."));
    }

    private static boolean isTask(FlowNode node, String id) {
        return node instanceof UserTask && node.getId().equals(id);
    }

    private static Stream<Breach> kept(Process process) {
        String days =
                String.valueOf(process.getCamundaHistoryTimeToLiveString()).replaceAll("[PD]", "");
        boolean enough = days.matches("\\d+") && Long.parseLong(days) >= LEAST_DAYS_KEPT;
        return enough
                ? Stream.of()
                : Stream.of(new Breach(
                        "INV-19",
                        process.getId(),
                        "Historikken kan slettes før saken er arkivert (bevaringsforskrifta § 40). Sett"
                                + " oppbevaringstiden til minst P3650D."));
    }
}
