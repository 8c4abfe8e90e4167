package no.tolv.casefile;

import java.util.List;
import org.springframework.stereotype.Repository;

/** Who has a part in a case: staff who handle it, pupils who are to be heard. */
@Repository
public class Involvements {

    /** One person's part in a case. */
    public enum Part {
        REPORTER,
        CONTACT_TEACHER,
        INVESTIGATOR,
        TALKS_WITH_PUPIL,
        INFORMS_GUARDIANS,
        RESPONSIBLE_FOR_MEASURE,
        OTHER_PUPIL
    }

    public record Involvement(String caseNumber, String person, Part part) {}

    /** Adds a part; a part somebody has already is left as it is. */
    public void add(String caseNumber, String person, Part part) {
        throw new UnsupportedOperationException();
    }

    /** In the order they were added. */
    public List<Involvement> of(String caseNumber) {
        throw new UnsupportedOperationException();
    }

    /** Case numbers somebody has a part in, newest first. */
    public List<String> casesOf(String person) {
        throw new UnsupportedOperationException();
    }
}
