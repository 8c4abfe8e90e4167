package no.tolv.evaluation;

import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Hearing;
import no.tolv.casefile.Hearings;
import no.tolv.deadline.Deadlines;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormReader;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Processes;
import no.tolv.engine.Submission;
import no.tolv.engine.variable.ActivityDutyVariables;
import no.tolv.measure.Measure;
import no.tolv.measure.Measures;
import no.tolv.measure.ToldDates;
import no.tolv.plan.ActivityPlan;
import no.tolv.plan.ActivityPlans;
import org.springframework.stereotype.Component;

/** Ends the plan with minutes and begins the time of extra attention (NIT-90, NIT-91, INV-10). */
@Component
class ClosePlan implements FormOutcome, FormContent {

    private final ActivityPlans plans;
    private final Measures measures;
    private final CaseFiles cases;
    private final Hearings hearings;
    private final LastStart lastStart;
    private final ToldDates dates;
    private final WatchPeriod watchPeriod;
    private final Deadlines deadlines;
    private final Processes processes;

    ClosePlan(
            ActivityPlans plans,
            Measures measures,
            CaseFiles cases,
            Hearings hearings,
            LastStart lastStart,
            ToldDates dates,
            WatchPeriod watchPeriod,
            Deadlines deadlines,
            Processes processes) {
        this.plans = plans;
        this.measures = measures;
        this.cases = cases;
        this.hearings = hearings;
        this.lastStart = lastStart;
        this.dates = dates;
        this.watchPeriod = watchPeriod;
        this.deadlines = deadlines;
        this.processes = processes;
    }

    @Override
    public String form() {
        return "closePlan";
    }

    @Override
    public Map<String, Object> values(FormReader reader) {
        return watchPeriod
                .usualEnd(reader.unit())
                .<Map<String, Object>>map(day -> Map.of("watchUntil", day.toString()))
                .orElseGet(Map::of);
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        ActivityPlan plan = PlanInForce.of(plans, submission);
        dates.past(submission, "meetingOn", "Når var møtet?");
        LocalDate watchUntil = watchPeriod.end(submission);
        refuseUnlessPupilSaysSafe(plan);
        end(plan);
        return Map.of(
                ActivityDutyVariables.WATCH_UNTIL.name(),
                Date.from(deadlines.morningOf(watchUntil)),
                ActivityDutyVariables.STILL_SAFE.name(),
                false);
    }

    private void refuseUnlessPupilSaysSafe(ActivityPlan plan) {
        if (hearings.latestOfPupil(plan.caseNumber())
                .filter(hearing -> saysSafeAfterLastMeasure(hearing, plan))
                .isEmpty()) {
            throw new FormRejected(
                    "meetingOn",
                    "Planen kan ikke avsluttes: eleven må, etter at det siste tiltaket startet, selv ha sagt at det er trygt og godt.");
        }
    }

    /** On the day a measure starts, what was told after the plan came into force is told after it. */
    private boolean saysSafeAfterLastMeasure(Hearing hearing, ActivityPlan plan) {
        return Boolean.TRUE.equals(hearing.safe())
                && !hearing.recordedAt().isBefore(plan.activatedAt())
                && lastStart
                        .of(plan.caseNumber())
                        .filter(hearing.heardOn()::isBefore)
                        .isEmpty();
    }

    private void end(ActivityPlan plan) {
        measures.finish(plan.caseNumber(), plan.version(), Measure.Status.ENDED);
        plans.end(plan.caseNumber());
        processes.tell("measureEnded", plan.caseNumber(), Map.of());
        cases.setStatus(plan.caseNumber(), CaseFile.Status.WATCHED);
    }
}
