package no.tolv.investigation;

import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.engine.Step;
import no.tolv.engine.variable.CommonVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** School is not safe after all: the case goes on in a new round, with everything from before kept. */
@Component
class OpenNextRound implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseLog log;

    OpenNextRound(CaseFiles cases, CaseLog log) {
        this.cases = cases;
        this.log = log;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = CommonVariables.CASE_NUMBER.from(execution);
        cases.nextRound(caseNumber);
        Step step = Step.of(execution);
        log.append(CaseLog.Draft.bySystem(
                caseNumber, Duty.FOLLOW, step.element(), step.diagram(), "Saken er åpnet igjen i en ny runde"));
    }
}
