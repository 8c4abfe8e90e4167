package no.tolv.access;

import no.tolv.access.trace.Origins;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.NeedToKnow;
import no.tolv.casefile.NeedToKnow.View;
import no.tolv.casefile.Readings;
import org.springframework.stereotype.Component;

/** Opens a case for those who may know of it, and writes down that they, or somebody who may not, asked (INV-18). */
@Component
class CaseAccess {

    /** A case and how much of it the reader may see. */
    record Opened(CaseFile file, View view) {}

    private final CaseFiles cases;
    private final NeedToKnow needToKnow;
    private final Readings readings;

    CaseAccess(CaseFiles cases, NeedToKnow needToKnow, Readings readings) {
        this.cases = cases;
        this.needToKnow = needToKnow;
        this.readings = readings;
    }

    /**
     * Opens a case to somebody.
     *
     * @param what a code for what is read
     * @throws NoSuchCase when there is none, or the reader may not know that there is
     */
    Opened open(String caseNumber, String reader, String what) {
        CaseFile file = find(caseNumber, reader, what);
        View view = needToKnow.of(file, reader);
        readings.add(caseNumber, reader, what, view != View.NONE, Origins.current());
        if (view == View.NONE) {
            throw new NoSuchCase();
        }
        return new Opened(file, view);
    }

    /** As {@link #open}, for what only those who may see the whole case get. */
    CaseFile openWhole(String caseNumber, String reader, String what) {
        CaseFile file = find(caseNumber, reader, what);
        boolean whole = needToKnow.of(file, reader) == View.WHOLE;
        readings.add(caseNumber, reader, what, whole, Origins.current());
        if (!whole) {
            throw new NoSuchCase();
        }
        return file;
    }

    private CaseFile find(String caseNumber, String reader, String what) {
        return cases.find(caseNumber).orElseGet(() -> {
            readings.add(null, reader, what, false, Origins.current());
            throw new NoSuchCase();
        });
    }
}
