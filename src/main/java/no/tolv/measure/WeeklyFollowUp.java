package no.tolv.measure;

import java.util.Map;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormReader;
import no.tolv.engine.Submission;
import no.tolv.engine.variable.ActivityPlanVariables;
import org.springframework.stereotype.Component;

/** The week's look at all measures of the plan in force (MID-168). */
@Component
class WeeklyFollowUp implements FormOutcome, FormContent {

    private final MeasuresStatus status;
    private final WeeklyRound round;

    WeeklyFollowUp(MeasuresStatus status, WeeklyRound round) {
        this.status = status;
        this.round = round;
    }

    @Override
    public String form() {
        return "weeklyFollowUp";
    }

    @Override
    public Map<String, Object> values(FormReader reader) {
        return Map.of("measuresStatus", status.of(reader.caseNumber()));
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        return Map.of(ActivityPlanVariables.WEEKLY_AT.name(), round.nextAt(submission.unit()));
    }
}
