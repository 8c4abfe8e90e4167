package no.tolv.engine.law;

/**
 * A diagram that would let a duty slip.
 *
 * @param invariant number of the invariant, for example {@code INV-05}
 * @param element id of the element, or of the process
 * @param sentence what is wrong, which paragraph it breaks and how to mend it, for an administrator
 */
public record Breach(String invariant, String element, String sentence) {

    @Override
    public String toString() {
        return sentence + " (" + element + ", " + invariant + ")";
    }
}
