package no.tolv.evaluation;

import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import no.tolv.measure.ToldDates;
import no.tolv.plan.PlanRules;
import org.springframework.stereotype.Component;

/** How the guardians took part in an evaluation, and what they mean where the unit evaluates with them (NIT-47, D-26). */
@Component
class GuardiansHeard {

    private final PlanRules rules;
    private final ToldDates dates;

    GuardiansHeard(PlanRules rules, ToldDates dates) {
        this.rules = rules;
        this.dates = dates;
    }

    boolean isAsked(String unit) {
        return rules.interval(unit).guardiansEvaluate();
    }

    /** @throws FormRejected when they are to be asked and no view is told, or the day is to come */
    void check(Submission submission) {
        dates.past(submission, "guardiansOn", "Når var foresatte med?");
        if (isAsked(submission.unit()) && !submission.has("guardiansView")) {
            throw new FormRejected(
                    "guardiansView", "Skriv hva foresatte mener, eller hvorfor dere ikke fikk tak i dem.");
        }
    }
}
