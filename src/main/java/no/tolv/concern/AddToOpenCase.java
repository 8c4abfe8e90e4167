package no.tolv.concern;

import java.util.Map;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.TaskRecords;
import no.tolv.concern.intake.HeldReports;
import no.tolv.engine.Processes;
import no.tolv.engine.Step;
import no.tolv.engine.variable.ActivityDutyVariables;
import no.tolv.engine.variable.CommonVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A report of what we know already is carried into the open case, with those who must not see it, and both cases say so. */
@Component
class AddToOpenCase implements JavaDelegate {

    private final Processes processes;
    private final TaskRecords records;
    private final NewInformation information;
    private final Exclusions exclusions;
    private final HeldReports heldReports;
    private final CaseLog log;

    AddToOpenCase(
            Processes processes,
            TaskRecords records,
            NewInformation information,
            Exclusions exclusions,
            HeldReports heldReports,
            CaseLog log) {
        this.processes = processes;
        this.records = records;
        this.information = information;
        this.exclusions = exclusions;
        this.heldReports = heldReports;
        this.log = log;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String duplicate = CommonVariables.CASE_NUMBER.from(execution);
        String surviving = ActivityDutyVariables.SURVIVING_CASE.from(execution);
        Step step = Step.of(execution);
        write(step, surviving, "Ny melding lagt til fra en annen sak", duplicate);
        write(step, duplicate, "Meldingen er lagt til en åpen sak", surviving);
        exclusions.of(duplicate).forEach(staff -> exclusions.add(surviving, staff, "suspected"));
        records.latest(duplicate, "reportConcern").ifPresent(report -> information.add(surviving, report));
        heldReports.in(duplicate).forEach(held -> information.add(surviving, duplicate, null, held.answers()));
        if (processes.tell("newInformation", surviving, Map.of()) == 0) {
            write(step, surviving, "Ingen oppgave ventet på de nye opplysningene", duplicate);
        }
    }

    private void write(Step step, String caseNumber, String what, String other) {
        log.append(new CaseLog.Draft(
                caseNumber, "tolv", "system", null, Duty.NOTIFY, step.element(), step.diagram(), what, other, null));
    }
}
