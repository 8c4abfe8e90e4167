package no.tolv.engine.role;

/** Somebody tried to give a task to a person who must not have it; the user is wrong, and nothing has been done. */
public class AssignmentRefused extends RuntimeException {

    AssignmentRefused(String taskKey) {
        super("Oppgaven «" + taskKey + "» kan ikke gis til denne personen. Velg en som arbeider ved enheten eller hos"
                + " kommunen og ikke er inhabil i saken.");
    }
}
