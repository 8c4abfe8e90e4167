package no.tolv.concern;

import java.util.Map;
import no.tolv.engine.Submission;
import no.tolv.engine.variable.ProcessVariable;

/** Facts that only ever become true, and that the diagram waits for to be created. */
final class NewFacts {

    private NewFacts() {}

    /** Adds the fact when the form says yes and the case does not know it already. */
    static void add(Map<String, Object> variables, Submission submission, ProcessVariable<Boolean> fact) {
        if (submission.yes(fact.name()) && !submission.variables().containsKey(fact.name())) {
            variables.put(fact.name(), true);
        }
    }
}
