package no.tolv.concern;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import no.tolv.concern.intake.SenderLimit;
import no.tolv.concern.intake.SentForms;
import no.tolv.concern.intake.SentForms.AlreadySent;
import no.tolv.concern.intake.SentForms.Form;
import no.tolv.concern.intake.WaitingRoom;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Unit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where somebody without a login reports a worry. Whatever is told properly is taken, however much comes: the duty to act
 * begins with knowing (§ 12-4). More than the limit from one sender is held together in one case, not refused.
 */
@Component
public class StrangersDesk {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Duration PERIOD = Duration.ofHours(1);

    /**
     * What comes in, and how.
     *
     * @param address where it comes from; not kept
     * @param form the form that was filled in, or null for a program
     * @param strange whether it was filled in as no person does who sees the page
     */
    public record Sending(Map<String, Object> answers, String address, Form form, boolean strange) {}

    private final Organisation organisation;
    private final WaitingRoom room;
    private final SentForms sentForms;
    private final TakeReport takeReport;
    private final SenderLimit limit;
    private final Clock clock;

    StrangersDesk(
            Organisation organisation,
            WaitingRoom room,
            SentForms sentForms,
            TakeReport takeReport,
            @Value("${tolv.reports.per-hour:20}") int perHour,
            Clock clock) {
        this.organisation = organisation;
        this.room = room;
        this.sentForms = sentForms;
        this.takeReport = takeReport;
        this.limit = new SenderLimit(perHour, PERIOD);
        this.clock = clock;
    }

    /**
     * Takes a report.
     *
     * @return the receipt code, and nothing else
     * @throws no.tolv.engine.FormRejected with one fault per bad field
     * @throws AlreadySent when this form has been taken before
     * @throws WaitingRoom.Full when more come at once than the server can let wait
     */
    public String take(Sending sending) {
        return room.serve(limit.isUsedUp(sending.address()), () -> takeAt(sending));
    }

    /** Only what is told properly counts towards the limit. */
    private String takeAt(Sending sending) {
        if (sending.form() != null && sentForms.isSent(sending.form())) {
            throw new AlreadySent();
        }
        StrangersReport report = StrangersReport.of(sending.answers(), places(), LocalDate.now(clock.withZone(OSLO)));
        boolean often = limit.isOften(sending.address());
        return takeReport.take(report, sending.form(), often || sending.strange());
    }

    private Set<String> places() {
        return organisation.units().stream()
                .filter(unit -> unit.kind() != Unit.Kind.OWNER)
                .map(Unit::id)
                .collect(toSet());
    }
}
