package no.tolv.measure;

import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import no.tolv.deadline.Deadlines;
import no.tolv.engine.Processes;
import no.tolv.engine.variable.ActivityPlanVariables;
import no.tolv.engine.variable.CommonVariables;
import no.tolv.engine.variable.MeasureFollowUpVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** One follow-up for each measure of the new version, to the one responsible; those of earlier versions end (NIT-48, NIT-82). */
@Component
class OpenFollowUpTasks implements JavaDelegate {

    private final Measures measures;
    private final Processes processes;
    private final Deadlines deadlines;

    OpenFollowUpTasks(Measures measures, Processes processes, Deadlines deadlines) {
        this.measures = measures;
        this.processes = processes;
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = CommonVariables.CASE_NUMBER.from(execution);
        String unit = CommonVariables.UNIT.from(execution);
        int version = ActivityPlanVariables.PLAN_VERSION.from(execution);
        endFollowUpsBefore(caseNumber, version);
        measures.of(caseNumber, version).forEach(measure -> start(measure, unit));
    }

    private void endFollowUpsBefore(String caseNumber, int version) {
        measures.of(caseNumber).stream()
                .filter(measure -> measure.planVersion() < version)
                .forEach(measure -> processes.tell(
                        "measureEnded",
                        caseNumber,
                        MeasureFollowUpVariables.MEASURE.name(),
                        measure.id().toString()));
    }

    private void start(Measure measure, String unit) {
        processes.start(
                "measureFollowUp",
                measure.caseNumber(),
                unit,
                Map.of(
                        CommonVariables.CASE_NUMBER.name(), measure.caseNumber(),
                        CommonVariables.UNIT.name(), unit,
                        MeasureFollowUpVariables.MEASURE.name(), measure.id().toString(),
                        MeasureFollowUpVariables.RESPONSIBLE.name(), measure.responsible(),
                        MeasureFollowUpVariables.PERIOD_ENDS_AT.name(), morningOf(measure.endsOn()),
                        MeasureFollowUpVariables.EVALUATION_AT.name(), morningOf(measure.evaluationOn())));
    }

    private Date morningOf(LocalDate date) {
        return Date.from(deadlines.morningOf(date));
    }
}
