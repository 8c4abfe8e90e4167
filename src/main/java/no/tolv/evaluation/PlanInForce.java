package no.tolv.evaluation;

import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import no.tolv.plan.ActivityPlan;
import no.tolv.plan.ActivityPlans;

/** The plan a form is about. */
final class PlanInForce {

    private PlanInForce() {}

    /** @throws FormRejected when the case has no plan in force */
    static ActivityPlan of(ActivityPlans plans, Submission submission) {
        return plans.active(submission.caseNumber())
                .orElseThrow(() -> new FormRejected(
                        submission.form(), "Saken har ingen aktivitetsplan i kraft. Lag en plan først."));
    }
}
