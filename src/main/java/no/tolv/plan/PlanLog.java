package no.tolv.plan;

import java.util.List;
import java.util.stream.Collectors;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.engine.Step;
import no.tolv.measure.Measure;
import org.springframework.stereotype.Component;

/** What the case's log says of a plan that comes into force, or does not. */
@Component
class PlanLog {

    private final CaseLog log;

    PlanLog(CaseLog log) {
        this.log = log;
    }

    void activated(Step step, String caseNumber, int version, List<Measure> measures) {
        append(step, caseNumber, "Aktivitetsplan versjon %d er i kraft".formatted(version), "");
        if (measures.stream().anyMatch(Measure::intrusive)) {
            append(step, caseNumber, "Inngripende tiltak: enkeltvedtak må treffes", intrusive(measures));
        }
    }

    void refused(Step step, String caseNumber, String sentence) {
        append(step, caseNumber, "Planen ble ikke satt i kraft", sentence);
    }

    /** The measure is in the plan, but may not start before the decision (INV-16, OPP-93). */
    private static String intrusive(List<Measure> measures) {
        return measures.stream()
                .filter(Measure::intrusive)
                .map(measure -> String.valueOf(measure.position()))
                .collect(Collectors.joining(
                        ", ", "Tiltak nr. ", " settes ikke i verk før det er truffet et enkeltvedtak om det."));
    }

    private void append(Step step, String caseNumber, String what, String text) {
        log.append(new CaseLog.Draft(
                caseNumber, "tolv", "system", null, Duty.MEASURE, step.element(), step.diagram(), what, text, null));
    }
}
