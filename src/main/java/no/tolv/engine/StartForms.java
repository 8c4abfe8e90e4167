package no.tolv.engine;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Start forms that come from elsewhere than Tasklist. */
@Component
public class StartForms {

    /**
     * Starts a process with a filled-in start form, held to the same contract as in Tasklist.
     *
     * @param process process id
     * @param answers by field key
     * @param actor staff id
     * @return the case number
     * @throws FormRejected when the form contract or the case start refuses the answers
     */
    public String submit(String process, Map<String, Object> answers, String actor) {
        throw new UnsupportedOperationException();
    }
}
