package no.tolv.casefile;

import java.util.Set;
import org.springframework.stereotype.Repository;

/** Who must not know of or act in a case: the suspected and the disqualified (INV-03, INV-04). */
@Repository
public class Exclusions {

    public void add(String caseNumber, String staff, String reasonCode) {
        throw new UnsupportedOperationException();
    }

    /** Staff ids that are shut out of the case. */
    public Set<String> of(String caseNumber) {
        throw new UnsupportedOperationException();
    }
}
