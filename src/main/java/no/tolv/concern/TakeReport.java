package no.tolv.concern;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import no.tolv.concern.intake.HeldReports;
import no.tolv.concern.intake.Receipts;
import no.tolv.concern.intake.SentForms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A report becomes a case of its own, or is held together with others in one; its receipt code is issued either way. */
@Component
class TakeReport {

    private static final String HELD = "Bekymring meldt uten innlogging, holdt sammen med den første";

    private final OpenForStranger openForStranger;
    private final HeldReports heldReports;
    private final SentForms sentForms;
    private final Receipts receipts;
    private final Clock clock;

    TakeReport(
            OpenForStranger openForStranger,
            HeldReports heldReports,
            SentForms sentForms,
            Receipts receipts,
            Clock clock) {
        this.openForStranger = openForStranger;
        this.heldReports = heldReports;
        this.sentForms = sentForms;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * Takes a report that has been checked.
     *
     * @param form the form it was filled in on, or null when it came from a program
     * @throws SentForms.AlreadySent when the form has made its case
     */
    @Transactional
    String take(StrangersReport report, SentForms.Form form, boolean held) {
        String code = form == null ? Receipts.random() : sentForms.send(form);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (held) {
            hold(report, code, now);
        } else {
            receipts.issue(code, openForStranger.open(report, now).caseNumber());
        }
        return code;
    }

    private void hold(StrangersReport report, String code, Instant now) {
        Optional<String> gathering = heldReports.gathering(report.text("unit"), report.text("suspect"));
        String caseNumber = gathering.orElseGet(() -> gather(report, now));
        receipts.issue(code, caseNumber);
        if (gathering.isPresent()) {
            openForStranger.write(caseNumber, HELD, report, now);
            heldReports.add(caseNumber, code, now, report.answers());
        }
    }

    private String gather(StrangersReport first, Instant now) {
        String caseNumber = openForStranger.open(first, now).caseNumber();
        heldReports.gatherIn(caseNumber, first.text("unit"), first.text("suspect"));
        return caseNumber;
    }
}
