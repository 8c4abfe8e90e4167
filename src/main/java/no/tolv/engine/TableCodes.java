package no.tolv.engine;

import java.util.Map;
import java.util.Set;

/** Whoever reads a column of codes from a decision table says which codes there are, so that a wrong one never comes in. */
public interface TableCodes {

    /** The codes by the name of the output column. */
    Map<String, Set<String>> byOutput();
}
