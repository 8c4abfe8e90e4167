package no.tolv.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the newest deployed version of a decision table. */
@Component
public class Decisions {

    /** The rows that match, each as output name to value; {@code municipality} is added to the inputs from {@code unit}. */
    public List<Map<String, Object>> all(String table, Map<String, Object> inputs) {
        throw new UnsupportedOperationException();
    }

    /** The first row that matches. */
    public Optional<Map<String, Object>> first(String table, Map<String, Object> inputs) {
        throw new UnsupportedOperationException();
    }
}
