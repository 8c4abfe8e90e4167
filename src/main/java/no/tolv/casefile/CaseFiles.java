package no.tolv.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The cases there are. */
@Repository
public class CaseFiles {

    /** Opens a case with the unit's next number, {@code <UNIT>-<year>-<4 digits>}. */
    public CaseFile open(String unit, String pupil, Instant raisedWithPrincipalAt, Instant wallAt) {
        throw new UnsupportedOperationException();
    }

    public Optional<CaseFile> find(String caseNumber) {
        throw new UnsupportedOperationException();
    }

    /** Holds the case for the rest of the transaction, so that two steps in one case never interleave. */
    public CaseFile lock(String caseNumber) {
        throw new UnsupportedOperationException();
    }

    public void setStatus(String caseNumber, CaseFile.Status status) {
        throw new UnsupportedOperationException();
    }

    /** Begins the next round of a case that is opened again. */
    public void nextRound(String caseNumber) {
        throw new UnsupportedOperationException();
    }

    /** Cases of a pupil that are neither closed nor duplicates, oldest first. */
    public List<CaseFile> openCasesOf(String pupil) {
        throw new UnsupportedOperationException();
    }

    /** Cases of a unit that are neither closed nor duplicates, newest first. */
    public List<CaseFile> openCasesAt(String unit) {
        throw new UnsupportedOperationException();
    }
}
