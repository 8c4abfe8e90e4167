package no.tolv.evaluation;

import java.util.Map;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.Submission;
import no.tolv.measure.ToldDates;
import org.springframework.stereotype.Component;

/** A changed plan has been discussed in a team before it is evaluated (MID-169). */
@Component
class DiscussInTeam implements FormOutcome {

    private final ToldDates dates;

    DiscussInTeam(ToldDates dates) {
        this.dates = dates;
    }

    @Override
    public String form() {
        return "discussInTeam";
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        dates.past(submission, "discussedOn", "Når drøftet dere planen?");
        return Map.of();
    }
}
