package no.tolv.plan;

import java.util.List;
import java.util.stream.Collectors;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.measure.Measure;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the case's log says of a plan that comes into force, or does not. */
@Component
class PlanLog {

    private final CaseLog log;

    PlanLog(CaseLog log) {
        this.log = log;
    }

    void activated(DelegateExecution execution, String caseNumber, int version, List<Measure> measures) {
        append(execution, caseNumber, "Aktivitetsplan versjon %d er i kraft".formatted(version), "");
        if (measures.stream().anyMatch(Measure::intrusive)) {
            append(execution, caseNumber, "Inngripende tiltak: enkeltvedtak må treffes", intrusive(measures));
        }
    }

    void refused(DelegateExecution execution, String caseNumber, String sentence) {
        append(execution, caseNumber, "Planen ble ikke satt i kraft", sentence);
    }

    /** The measure is in the plan, but may not start before the decision (INV-16, OPP-93). */
    private static String intrusive(List<Measure> measures) {
        return measures.stream()
                .filter(Measure::intrusive)
                .map(measure -> String.valueOf(measure.position()))
                .collect(Collectors.joining(
                        ", ", "Tiltak nr. ", " settes ikke i verk før det er truffet et enkeltvedtak om det."));
    }

    private void append(DelegateExecution execution, String caseNumber, String what, String text) {
        log.append(new CaseLog.Draft(
                caseNumber,
                "tolv",
                "system",
                null,
                Duty.MEASURE,
                execution.getCurrentActivityId(),
                diagram(execution.getProcessDefinitionId()),
                what,
                text,
                null));
    }

    /** A definition's id begins with its key and version, unless the engine had to shorten it. */
    private static String diagram(String definition) {
        String[] parts = definition.split(":");
        return parts.length < 2 ? definition : parts[0] + ":" + parts[1];
    }
}
