package no.tolv.concern;

import static java.util.stream.Collectors.joining;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.concern.intake.HeldReports;
import no.tolv.concern.intake.HeldReports.Held;
import no.tolv.engine.Submission;
import org.springframework.stereotype.Component;

/** The receiver has looked at what was held together: each report gets a case of its own, or they are one matter. */
@Component
class OpenHeld {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy 'kl.' HH.mm").withZone(ZoneId.of("Europe/Oslo"));

    private final HeldReports heldReports;
    private final OpenForStranger openForStranger;
    private final CaseLog log;

    OpenHeld(HeldReports heldReports, OpenForStranger openForStranger, CaseLog log) {
        this.heldReports = heldReports;
        this.openForStranger = openForStranger;
        this.log = log;
    }

    /** What the receiver reads, or empty when nothing is held with the first report. */
    String read(String caseNumber) {
        return heldReports.readIn(caseNumber).stream()
                .map(held ->
                        TIME.format(held.receivedAt()) + "\n" + report(held).told())
                .collect(joining("\n\n"));
    }

    /** Opens the cases if the receiver says so; each has the deadlines of the moment its report came. */
    void decide(Submission submission) {
        List<Held> held = heldReports.readIn(submission.caseNumber());
        if (held.isEmpty()) {
            return;
        }
        boolean own = "ownCases".equals(submission.text("gathered"));
        if (own) {
            held.forEach(this::open);
        }
        write(
                submission.caseNumber(),
                own
                        ? held.size() + " meldinger som ble holdt sammen med denne, er åpnet som egne saker"
                        : held.size() + " meldinger som ble holdt sammen med denne, gjelder det samme");
    }

    private void open(Held held) {
        heldReports.moveTo(openForStranger.open(report(held), held.receivedAt()).caseNumber(), held);
    }

    private void write(String caseNumber, String what) {
        log.append(CaseLog.Draft.bySystem(caseNumber, Duty.DOCUMENT, "userTask_receiveReport", "activityDuty", what));
    }

    private static StrangersReport report(Held held) {
        return new StrangersReport(held.answers());
    }
}
