package no.tolv.plan;

import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFile.Status;
import no.tolv.casefile.CaseFiles;
import no.tolv.engine.variable.ActivityDutyVariables;
import no.tolv.engine.variable.CommonVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sees in the case file whether a plan is in force, or has done its work: the pupil says it is safe (INV-08, INV-14). */
@Component
class CheckPlan implements JavaDelegate {

    private final ActivityPlans plans;
    private final CaseFiles cases;

    CheckPlan(ActivityPlans plans, CaseFiles cases) {
        this.plans = plans;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = CommonVariables.CASE_NUMBER.from(execution);
        boolean inForce = plans.active(caseNumber).isPresent() || isWatched(caseNumber);
        ActivityDutyVariables.PLAN_IN_FORCE.set(execution, inForce);
    }

    private boolean isWatched(String caseNumber) {
        return cases.find(caseNumber)
                .map(CaseFile::status)
                .filter(Status.WATCHED::equals)
                .isPresent();
    }
}
