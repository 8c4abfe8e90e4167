package no.tolv.plan.draft;

import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import no.tolv.deadline.Deadlines;
import no.tolv.deadline.WorkingDays;
import no.tolv.engine.variable.ActivityPlanVariables;
import no.tolv.measure.WeeklyRound;
import no.tolv.plan.EvaluationInterval;
import org.springframework.stereotype.Component;

/** When a plan's evaluation, the work before it and the weekly round are due. */
@Component
class PlanSchedule {

    private static final int FIRST_CHANGED_VERSION = 2;

    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final WeeklyRound round;

    PlanSchedule(Deadlines deadlines, WorkingDays workingDays, WeeklyRound round) {
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.round = round;
    }

    /** What the process needs to know of a version that has been written. */
    Map<String, Object> variables(String unit, int version, LocalDate evaluationOn, EvaluationInterval interval) {
        return Map.of(
                ActivityPlanVariables.PLAN_VERSION.name(), version,
                ActivityPlanVariables.EVALUATION_AT.name(), morningOf(evaluationOn),
                ActivityPlanVariables.INFORMATION_AT.name(), morningOf(informationOn(evaluationOn, interval)),
                ActivityPlanVariables.WEEKLY_AT.name(), round.nextAt(unit),
                ActivityPlanVariables.WEEKLY_FOLLOW_UP.name(), interval.weeklyFollowUp(),
                ActivityPlanVariables.TEAM_DISCUSSION.name(),
                        interval.teamBeforeEvaluation() && version >= FIRST_CHANGED_VERSION);
    }

    /** Working days before the evaluation, but never before tomorrow and never after the evaluation itself (MID-167). */
    private LocalDate informationOn(LocalDate evaluationOn, EvaluationInterval interval) {
        LocalDate wished = workingDays.plus(evaluationOn, -interval.informationLeadDays());
        LocalDate tomorrow = deadlines.today().plusDays(1);
        LocalDate earliest = wished.isBefore(tomorrow) ? tomorrow : wished;
        return earliest.isAfter(evaluationOn) ? evaluationOn : earliest;
    }

    private Date morningOf(LocalDate date) {
        return Date.from(deadlines.morningOf(date));
    }
}
