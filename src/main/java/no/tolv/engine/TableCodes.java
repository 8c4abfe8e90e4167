package no.tolv.engine;

import java.util.Map;
import java.util.Set;

/** Whoever asks a decision table, or reads a column of codes from it, says which codes there are, so that a wrong one never comes in. */
public interface TableCodes {

    /** The codes by the name of the output column. */
    default Map<String, Set<String>> byOutput() {
        return Map.of();
    }

    /** The codes asked with, by the variable of the input column. */
    default Map<String, Set<String>> byInput() {
        return Map.of();
    }
}
