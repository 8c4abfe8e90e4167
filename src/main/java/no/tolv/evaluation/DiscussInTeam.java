package no.tolv.evaluation;

import java.util.Map;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormReader;
import no.tolv.engine.Submission;
import no.tolv.measure.ToldDates;
import no.tolv.plan.PlanRules;
import org.springframework.stereotype.Component;

/** A changed plan has been discussed in a team before it is evaluated (MID-169). */
@Component
class DiscussInTeam implements FormOutcome, FormContent {

    private final ToldDates dates;
    private final PlanRules rules;

    DiscussInTeam(ToldDates dates, PlanRules rules) {
        this.dates = dates;
        this.rules = rules;
    }

    @Override
    public String form() {
        return "discussInTeam";
    }

    @Override
    public Map<String, Object> values(FormReader reader) {
        return Map.of("teamName", rules.interval(reader.unit()).teamName());
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        dates.past(submission, "discussedOn", "Når drøftet dere planen?");
        dates.past(submission, "consentOn", "Når samtykket de?");
        return Map.of();
    }
}
