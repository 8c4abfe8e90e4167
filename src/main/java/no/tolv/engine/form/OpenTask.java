package no.tolv.engine.form;

import java.time.Instant;
import java.util.Map;
import no.tolv.casefile.Duty;
import no.tolv.engine.FormReader;
import no.tolv.engine.Submission;

/**
 * A task that waits for its form.
 *
 * @param element id of the user task in the diagram
 * @param diagram key and version of the diagram
 * @param due when it is due, or null when it has no deadline
 * @param caseNumber the case, or null when the process serves none
 */
record OpenTask(
        String id,
        String name,
        String element,
        String form,
        String process,
        String diagram,
        Duty duty,
        Instant due,
        String caseNumber,
        String unit,
        Map<String, Object> variables) {

    FormReader reader(String person) {
        return new FormReader(caseNumber, unit, id, person, variables);
    }

    Submission submission(String actor, Map<String, Object> answers) {
        return new Submission(form, caseNumber, unit, id, actor, answers, variables);
    }
}
