package no.tolv.engine;

import java.util.Map;

/** What a completed form means for the case, beyond the record and the log line every form gets. One bean per form that needs it. */
public interface FormOutcome {

    /** Form id. */
    String form();

    /**
     * Writes what the answers mean, in the transaction of the engine's step.
     *
     * @return process variables to set: only declared ones, ids, codes, dates and counts
     * @throws FormRejected when the answers contradict each other, the case or the law
     */
    Map<String, Object> accept(Submission submission);
}
