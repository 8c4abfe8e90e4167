package no.tolv.investigation;

import java.util.List;
import java.util.Map;
import no.tolv.engine.Choice;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormReader;
import no.tolv.engine.FormRejected;
import no.tolv.engine.PastDates;
import no.tolv.engine.Submission;
import org.springframework.stereotype.Component;

/** What was done to find out how the pupil has it and what matters around it; never proof for or against. */
@Component
class Investigate implements FormOutcome, FormContent {

    private final Colleagues colleagues;
    private final PastDates pastDates;

    Investigate(Colleagues colleagues, PastDates pastDates) {
        this.colleagues = colleagues;
        this.pastDates = pastDates;
    }

    @Override
    public String form() {
        return "investigate";
    }

    @Override
    public Map<String, List<Choice>> choices(FormReader reader) {
        return Map.of("staff", colleagues.choices(reader.caseNumber(), reader.unit()));
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        if (submission.choices("methods").isEmpty()) {
            throw new FormRejected("methods", "Kryss av for minst én måte saken er undersøkt på.");
        }
        pastDates.checkRows(submission, "activities", "doneOn");
        requireColleagues(submission);
        return Map.of();
    }

    private void requireColleagues(Submission submission) {
        int number = 1;
        for (Map<String, Object> activity : submission.rows("activities")) {
            String field = "activities[" + number + "].responsible";
            colleagues.require(submission, (String) activity.get("responsible"), field);
            number++;
        }
    }
}
