package no.tolv.plan;

import no.tolv.engine.ActivityDutyVariables;
import no.tolv.engine.CommonVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sees in the case file whether a plan is in force (INV-08, INV-14). */
@Component
class CheckPlan implements JavaDelegate {

    private final ActivityPlans plans;

    CheckPlan(ActivityPlans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = CommonVariables.CASE_NUMBER.from(execution);
        ActivityDutyVariables.PLAN_IN_FORCE.set(
                execution, plans.active(caseNumber).isPresent());
    }
}
