package no.tolv.access;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.tolv.access.trace.Origins;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.NeedToKnow;
import no.tolv.casefile.NeedToKnow.View;
import no.tolv.casefile.Readings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a case for those who may know of it, and writes down that they, or somebody who may not, asked (INV-18). */
@Component
class CaseAccess {

    /** A case and how much of it the reader may see. */
    record Opened(CaseFile file, View view) {}

    private static final Set<View> ANY = Set.of(View.WHOLE, View.PART, View.RECEIPT);
    private static final Set<View> WHOLE = Set.of(View.WHOLE);

    private final CaseFiles cases;
    private final NeedToKnow needToKnow;
    private final Readings readings;
    private final TransactionTemplate transaction;

    CaseAccess(CaseFiles cases, NeedToKnow needToKnow, Readings readings, PlatformTransactionManager transactions) {
        this.cases = cases;
        this.needToKnow = needToKnow;
        this.readings = readings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Opens a case to somebody and reads in it.
     *
     * @param what a code for what is read
     * @param reading takes what the view allows; nothing when what was asked for is not in the case
     * @throws NoSuchCase when there is none, or the reader may not know that there is
     */
    <T> T open(String caseNumber, String reader, String what, Function<Opened, Optional<T>> reading) {
        return read(caseNumber, reader, what, ANY, reading);
    }

    /** As {@link #open}, for what only those who may see the whole case get. */
    <T> T openWhole(String caseNumber, String reader, String what, Function<CaseFile, Optional<T>> reading) {
        return read(caseNumber, reader, what, WHOLE, opened -> reading.apply(opened.file()));
    }

    /**
     * The case is held while it is read, so that whoever is shut out has either read before or not at all. That somebody
     * asked is written before they are answered.
     */
    private <T> T read(
            String caseNumber, String reader, String what, Set<View> enough, Function<Opened, Optional<T>> reading) {
        Answer<T> answer = transaction.execute(status -> {
            Optional<CaseFile> file = cases.lockIfThere(caseNumber);
            View view = needToKnow.of(caseNumber, file, reader);
            boolean allowed = enough.contains(view);
            return new Answer<>(
                    file.map(CaseFile::caseNumber).orElse(null),
                    allowed,
                    allowed ? reading.apply(new Opened(file.orElseThrow(), view)) : Optional.<T>empty());
        });
        readings.add(answer.caseNumber(), reader, what, answer.allowed(), Origins.current());
        return answer.found().orElseThrow(NoSuchCase::new);
    }

    private record Answer<T>(String caseNumber, boolean allowed, Optional<T> found) {}
}
