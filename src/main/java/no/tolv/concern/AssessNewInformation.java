package no.tolv.concern;

import java.util.HashMap;
import java.util.Map;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormReader;
import no.tolv.engine.Submission;
import no.tolv.engine.variable.ActivityDutyVariables;
import org.springframework.stereotype.Component;

/** New information in a case is read, and may make it serious; never less serious than it was. */
@Component
class AssessNewInformation implements FormOutcome, FormContent {

    private final NewInformation information;

    AssessNewInformation(NewInformation information) {
        this.information = information;
    }

    @Override
    public String form() {
        return "assessNewInformation";
    }

    @Override
    public Map<String, Object> values(FormReader reader) {
        return Map.of("information", information.latest(reader.caseNumber()).orElse(""));
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        Map<String, Object> variables = new HashMap<>();
        NewFacts.add(variables, submission, ActivityDutyVariables.SERIOUS);
        return variables;
    }
}
