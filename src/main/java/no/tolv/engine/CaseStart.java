package no.tolv.engine;

import java.util.Map;

/** What a start form sets going. One bean per start form. */
public interface CaseStart {

    /** Form id. */
    String form();

    /**
     * Writes what the answers mean, in the transaction in which the process starts.
     *
     * @throws FormRejected when the answers contradict each other, the organisation or the law
     */
    Start accept(Submission submission);

    /**
     * How the process starts.
     *
     * @param caseNumber business key
     * @param tenant unit the process lives in
     * @param variables declared process variables
     */
    record Start(String caseNumber, String tenant, Map<String, Object> variables) {}
}
