package no.tolv.concern;

import java.util.Map;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.engine.Processes;
import no.tolv.engine.Step;
import no.tolv.engine.variable.ActivityDutyVariables;
import no.tolv.engine.variable.CaseEventVariables;
import no.tolv.engine.variable.CommonVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the case's processes know what somebody has registered. */
@Component
class RaiseCaseEvent implements JavaDelegate {

    private final Processes processes;
    private final CaseLog log;

    RaiseCaseEvent(Processes processes, CaseLog log) {
        this.processes = processes;
        this.log = log;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = CommonVariables.CASE_NUMBER.from(execution);
        String event = CaseEventVariables.EVENT.from(execution);
        switch (event) {
            case "serious" -> processes.establish(caseNumber, ActivityDutyVariables.SERIOUS);
            case "absentUnsafe" -> processes.establish(caseNumber, ActivityDutyVariables.ABSENT_UNSAFE);
            default -> tell(event, caseNumber, Step.of(execution));
        }
    }

    private void tell(String message, String caseNumber, Step step) {
        if (processes.tell(message, caseNumber, Map.of()) == 0) {
            log.append(CaseLog.Draft.bySystem(
                    caseNumber,
                    Duty.DOCUMENT,
                    step.element(),
                    step.diagram(),
                    "Hendelsen er ført i loggen, men ingen oppgave ventet på den"));
        }
    }
}
