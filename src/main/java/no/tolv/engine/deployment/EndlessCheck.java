package no.tolv.engine.deployment;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.tolv.engine.law.Rounds;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/** No process goes round for ever, neither one that is sent nor, because of it, one that calls it. */
final class EndlessCheck {

    private EndlessCheck() {}

    /**
     * @param there the diagrams that the engine has already
     * @throws StartRefused when one would
     */
    static void run(List<SourceFile> diagrams, List<BpmnModelInstance> there) {
        Map<String, Process> old = new HashMap<>();
        there.forEach(diagram -> add(diagram, old));
        Map<String, Process> all = new HashMap<>(old);
        Map<String, SourceFile> origin = new LinkedHashMap<>();
        diagrams.forEach(file -> add(file.diagram(), all).forEach(id -> origin.put(id, file)));
        Rounds before = new Rounds(old);
        Rounds now = new Rounds(all);
        origin.forEach((id, file) -> refuse(file, now.in(all.get(id))));
        old.values().stream()
                .filter(process -> !origin.isEmpty() && !origin.containsKey(process.getId()))
                .filter(process -> before.in(process).isEmpty())
                .forEach(process -> refuse(diagrams.get(0), now.in(process)));
    }

    private static List<String> add(BpmnModelInstance diagram, Map<String, Process> processes) {
        List<Process> found = List.copyOf(diagram.getModelElementsByType(Process.class));
        found.forEach(process -> processes.put(process.getId(), process));
        return found.stream().map(Process::getId).toList();
    }

    private static void refuse(SourceFile file, Set<String> round) {
        if (!round.isEmpty()) {
            throw file.refused("går rundt i «" + round.stream().sorted().collect(joining("», «"))
                    + "» uten at noe venter, og ville aldri bli ferdig. Sett en brukeroppgave eller en"
                    + " tidshendelse i runden");
        }
    }
}
