package no.tolv.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Who has been heard in a case. */
@Repository
public class Hearings {

    public void add(Hearing hearing) {
        throw new UnsupportedOperationException();
    }

    /** Oldest first. */
    public List<Hearing> of(String caseNumber) {
        throw new UnsupportedOperationException();
    }

    /** The newest hearing of the case's own pupil. */
    public Optional<Hearing> latestOfPupil(String caseNumber) {
        throw new UnsupportedOperationException();
    }
}
