package no.tolv.engine.confine;

/**
 * Something a file may not hold.
 *
 * @param element id of the element it stands in, or what the element is called
 * @param sentence what is wrong and what to do instead, for an administrator
 */
public record Finding(String element, String sentence) {

    @Override
    public String toString() {
        return "«" + element + "»: " + sentence;
    }
}
