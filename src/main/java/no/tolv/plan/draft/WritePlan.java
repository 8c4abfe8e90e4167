package no.tolv.plan.draft;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Involvements;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.Submission;
import no.tolv.measure.Measure;
import no.tolv.measure.Measures;
import no.tolv.plan.ActivityPlan;
import no.tolv.plan.ActivityPlans;
import no.tolv.plan.PlanRules;
import org.springframework.stereotype.Component;

/** Keeps what was written as a draft: the case's next plan version (§ 12-4 third paragraph). */
@Component
class WritePlan implements FormOutcome {

    private final ActivityPlans plans;
    private final Measures measures;
    private final CaseFiles cases;
    private final Involvements involvements;
    private final PlanCheck check;
    private final PlanRules rules;
    private final PlanSchedule schedule;
    private final Clock clock;

    WritePlan(
            ActivityPlans plans,
            Measures measures,
            CaseFiles cases,
            Involvements involvements,
            PlanCheck check,
            PlanRules rules,
            PlanSchedule schedule,
            Clock clock) {
        this.plans = plans;
        this.measures = measures;
        this.cases = cases;
        this.involvements = involvements;
        this.check = check;
        this.rules = rules;
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "writePlan";
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        discardDraft(submission.caseNumber());
        int version = plans.nextVersion(submission.caseNumber());
        List<Measure> written = MeasureRows.of(submission, version);
        check.check(submission, written);
        plans.add(draft(submission, version));
        measures.add(written);
        written.forEach(this::involve);
        return schedule.variables(
                submission.unit(), version, submission.date("evaluationOn"), rules.interval(submission.unit()));
    }

    /** A draft that was refused was never a plan, so the version that takes its place keeps its number. */
    private void discardDraft(String caseNumber) {
        plans.draft(caseNumber).ifPresent(draft -> {
            measures.discardDraft(caseNumber, draft.version());
            plans.discardDraft(caseNumber, draft.version());
        });
    }

    private void involve(Measure measure) {
        involvements.add(measure.caseNumber(), measure.responsible(), Involvements.Part.RESPONSIBLE_FOR_MEASURE);
    }

    private ActivityPlan draft(Submission submission, int version) {
        return new ActivityPlan(
                submission.caseNumber(),
                version,
                cases.find(submission.caseNumber()).orElseThrow().round(),
                ActivityPlan.Status.DRAFT,
                texts(submission),
                submission.date("evaluationOn"),
                submission.has("archiveNumber")
                        ? submission.text("archiveNumber").strip()
                        : null,
                submission.actor(),
                clock.instant(),
                null,
                null);
    }

    private static ActivityPlan.Texts texts(Submission submission) {
        return new ActivityPlan.Texts(
                submission.text("problemPupil"),
                submission.text("problemFindings"),
                submission.text("groupAssessment"),
                submission.text("pupilView"),
                submission.text("guardiansView"),
                submission.text("bestInterest"),
                submission.text("schoolAssessment"),
                submission.text("levelReason"),
                submission.text("communicationSummary"));
    }
}
