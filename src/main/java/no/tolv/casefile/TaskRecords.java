package no.tolv.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The answers given in a case, inserted and never changed. */
@Repository
public class TaskRecords {

    public TaskRecord add(String caseNumber, String form, String task, String actor, Map<String, Object> answers) {
        throw new UnsupportedOperationException();
    }

    /** The newest answers to a form in a case, any round. */
    public Optional<TaskRecord> latest(String caseNumber, String form) {
        throw new UnsupportedOperationException();
    }

    /** All answers in a case, oldest first. */
    public List<TaskRecord> of(String caseNumber) {
        throw new UnsupportedOperationException();
    }
}
