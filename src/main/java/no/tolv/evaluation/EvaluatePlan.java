package no.tolv.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormReader;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Processes;
import no.tolv.engine.Submission;
import no.tolv.engine.variable.ActivityDutyVariables;
import no.tolv.engine.variable.ActivityPlanVariables;
import no.tolv.measure.Evaluation;
import no.tolv.measure.Evaluations;
import no.tolv.measure.MeasuresStatus;
import no.tolv.measure.NorwegianDate;
import no.tolv.plan.ActivityPlan;
import no.tolv.plan.ActivityPlans;
import org.springframework.stereotype.Component;

/** The evaluation of the plan in force: only the pupil's own word ends it (INV-10, INV-11, INV-12). */
@Component
class EvaluatePlan implements FormOutcome, FormContent {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final ActivityPlans plans;
    private final EvaluatedMeasures measures;
    private final Evaluations evaluations;
    private final MeasuresStatus status;
    private final PupilHeard pupilHeard;
    private final GuardiansHeard guardiansHeard;
    private final LastStart lastStart;
    private final NotBegun notBegun;
    private final Processes processes;
    private final Clock clock;

    EvaluatePlan(
            ActivityPlans plans,
            EvaluatedMeasures measures,
            Evaluations evaluations,
            MeasuresStatus status,
            PupilHeard pupilHeard,
            GuardiansHeard guardiansHeard,
            LastStart lastStart,
            NotBegun notBegun,
            Processes processes,
            Clock clock) {
        this.plans = plans;
        this.measures = measures;
        this.evaluations = evaluations;
        this.status = status;
        this.pupilHeard = pupilHeard;
        this.guardiansHeard = guardiansHeard;
        this.lastStart = lastStart;
        this.notBegun = notBegun;
        this.processes = processes;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "evaluatePlan";
    }

    @Override
    public Map<String, Object> values(FormReader reader) {
        return Map.of(
                "measuresStatus", status.of(reader.caseNumber()),
                "measures", measures.rows(reader.caseNumber()),
                "guardiansEvaluate", guardiansHeard.isAsked(reader.unit()));
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        ActivityPlan plan = PlanInForce.of(plans, submission);
        check(submission, plan);
        boolean safe = pupilHeard.keep(submission, "pupilParticipated", submission.text("bestInterest"));
        measures.keep(submission);
        evaluations.add(ofPlan(submission, plan, safe));
        if (submission.yes("absentUnsafe")) {
            processes.establish(submission.caseNumber(), ActivityDutyVariables.ABSENT_UNSAFE);
        }
        return safe ? safe(submission) : notSafe(submission);
    }

    private Map<String, Object> safe(Submission submission) {
        notBegun.callOff(submission.caseNumber());
        return Map.of(ActivityPlanVariables.PUPIL_SAFE.name(), true);
    }

    private static Map<String, Object> notSafe(Submission submission) {
        Object before = submission.variables().get(ActivityPlanVariables.EXTENSIONS.name());
        return Map.of(
                ActivityPlanVariables.PUPIL_SAFE.name(),
                false,
                ActivityPlanVariables.EXTENSIONS.name(),
                before instanceof Integer extensions ? extensions + 1 : 1);
    }

    private void check(Submission submission, ActivityPlan plan) {
        LocalDate heardOn = submission.date("heardOn");
        LocalDate inForceFrom = plan.activatedAt().atZone(OSLO).toLocalDate();
        refuseIf(
                heardOn.isBefore(inForceFrom),
                "heardOn",
                "Eleven må være hørt etter at planen kom i kraft %s. Snakk med eleven på nytt."
                        .formatted(NorwegianDate.inWords(inForceFrom)));
        refuseIf(
                submission.yes("safe") && isBeforeLastStart(submission.caseNumber(), heardOn),
                "heardOn",
                "Eleven må være hørt etter at det siste tiltaket startet, før noen kan svare at det er trygt.");
        guardiansHeard.check(submission);
    }

    private boolean isBeforeLastStart(String caseNumber, LocalDate heardOn) {
        return lastStart.of(caseNumber).filter(heardOn::isBefore).isPresent();
    }

    private Evaluation ofPlan(Submission submission, ActivityPlan plan, boolean safe) {
        return new Evaluation(
                plan.caseNumber(),
                plan.version(),
                null,
                submission.date("heardOn"),
                submission.actor(),
                clock.instant(),
                safe,
                null,
                null,
                submission.text("othersConsidered"));
    }

    private static void refuseIf(boolean wrong, String field, String sentence) {
        if (wrong) {
            throw new FormRejected(field, sentence);
        }
    }
}
