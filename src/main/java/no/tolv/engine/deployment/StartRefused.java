package no.tolv.engine.deployment;

/** Tolv cannot start, or take a changed file into use; the sentence is Norwegian and says what is wrong and where (design §8). Nothing is half loaded. */
public class StartRefused extends RuntimeException {

    public StartRefused(String sentence) {
        super(sentence);
    }
}
