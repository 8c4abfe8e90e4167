package no.tolv.concern;

import java.util.List;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.NeedToKnow;
import org.springframework.stereotype.Component;

/** The pupil's other open cases in the same tenant: a leader's case at the owner never shows at the school (INV-03). */
@Component
class OpenCasesOfPupil {

    private final CaseFiles cases;
    private final NeedToKnow needToKnow;

    OpenCasesOfPupil(CaseFiles cases, NeedToKnow needToKnow) {
        this.cases = cases;
        this.needToKnow = needToKnow;
    }

    List<CaseFile> besides(CaseFile file, String reader) {
        return candidates(file).stream()
                .filter(other -> !other.caseNumber().equals(file.caseNumber()))
                .filter(other -> other.unit().equals(file.unit()))
                .filter(other -> needToKnow.of(other, reader) == NeedToKnow.View.WHOLE)
                .toList();
    }

    /** While it is not known whom a report concerns, it may belong to any open case. */
    private List<CaseFile> candidates(CaseFile file) {
        return file.pupil() == null ? cases.openCasesAt(file.unit()) : cases.openCasesOf(file.pupil());
    }
}
