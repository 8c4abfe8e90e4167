package no.tolv.organisation;

/**
 * The roster cannot be read as it stands, and nothing of it has been taken in. The sentence names file, line, column,
 * what is wrong and how to mend it, and never the name of a person.
 */
public class RosterBroken extends RuntimeException {

    /** Something is wrong with the folder or a file as a whole. */
    RosterBroken(String file, String problem, String remedy) {
        super("%s: %s – %s.".formatted(file, problem, remedy));
    }

    /** Something is wrong in one cell; the first line is 1, the header. */
    RosterBroken(String file, long line, String column, String problem, String remedy) {
        super("%s, linje %d, kolonnen «%s»: %s – %s.".formatted(file, line, column, problem, remedy));
    }
}
