package no.tolv.concern;

import java.util.Map;
import no.tolv.engine.Submission;
import no.tolv.engine.variable.ProcessVariable;

/** Facts that only ever become true, and that the diagram waits for to be created. */
final class NewFacts {

    private NewFacts() {}

    /** Adds the fact when the form says yes and the case does not know it already. */
    static void add(Map<String, Object> variables, Submission submission, ProcessVariable<Boolean> fact) {
        add(variables, submission, fact, submission.yes(fact.name()));
    }

    /** Adds the fact when it is true and the case does not know it already. */
    static void add(
            Map<String, Object> variables, Submission submission, ProcessVariable<Boolean> fact, boolean isTrue) {
        if (isTrue && !submission.variables().containsKey(fact.name())) {
            variables.put(fact.name(), true);
        }
    }
}
