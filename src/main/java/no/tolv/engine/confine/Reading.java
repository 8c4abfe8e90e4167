package no.tolv.engine.confine;

import java.util.List;
import java.util.Optional;

/**
 * What a diagram or a table was found to hold.
 *
 * @param unreadable why it could not be read to its end
 * @param findings what it may not hold; empty when it is confined
 * @param references what it asks for that must be there when it is taken into use
 */
public record Reading(Optional<String> unreadable, List<Finding> findings, List<Reference> references) {

    /** What a reference points at. */
    public enum Kind {
        PROCESS("prosessen"),
        DECISION("tabellen"),
        FORM("skjemaet");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * @param element id of the element that asks
     * @param id of the process, table or form it asks for
     */
    public record Reference(Kind kind, String element, String id) {}

    /** The first thing wrong with it. */
    Optional<String> fault() {
        return unreadable.or(() -> findings.stream().findFirst().map(Finding::toString));
    }
}
