package no.tolv.engine.confine;

import java.util.Optional;

/** How much one file may hold before it is not read further. */
final class Limits {

    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_NODES = 500;
    private static final int DEEPEST = 40;

    private int nodes;

    static Optional<String> exceededBy(byte[] source) {
        return source.length > MOST_BYTES ? Optional.of("den er større enn 1 MB; del den i flere") : Optional.empty();
    }

    /** Counts one more element, that lies so deep. */
    Optional<String> exceededWith(String element, int depth) {
        nodes += element.matches("(?i).*(task|event|gateway|activity|subProcess)") ? 1 : 0;
        if (nodes > MOST_NODES) {
            return Optional.of("den har flere enn 500 elementer; del den med kallaktiviteter");
        }
        return depth > DEEPEST ? Optional.of("elementene ligger for dypt inni hverandre") : Optional.empty();
    }
}
