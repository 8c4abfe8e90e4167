package no.tolv.measure;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.tolv.engine.Processes;
import no.tolv.engine.variable.CommonVariables;
import no.tolv.engine.variable.MeasureFollowUpVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Brings the evaluation forward when the last measure of the plan in force has been carried out (HJE-76). */
@Component
class ReportCarriedOut implements JavaDelegate {

    private final Measures measures;
    private final Processes processes;

    ReportCarriedOut(Measures measures, Processes processes) {
        this.measures = measures;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = CommonVariables.CASE_NUMBER.from(execution);
        markCarriedOut(UUID.fromString(MeasureFollowUpVariables.MEASURE.from(execution)));
        if (allCarriedOut(measures.inForce(caseNumber))) {
            processes.tell("allMeasuresCarriedOut", caseNumber, Map.of());
        }
    }

    /** What the one responsible has already told of the measure stands. */
    private void markCarriedOut(UUID id) {
        measures.find(id)
                .filter(measure -> measure.status() == Measure.Status.ACTIVE)
                .ifPresent(measure -> measures.setStatus(id, Measure.Status.CARRIED_OUT));
    }

    private static boolean allCarriedOut(List<Measure> measures) {
        return !measures.isEmpty()
                && measures.stream().allMatch(measure -> measure.status() == Measure.Status.CARRIED_OUT);
    }
}
