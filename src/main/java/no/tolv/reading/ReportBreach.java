package no.tolv.reading;

import static no.tolv.engine.variable.CommonVariables.UNIT;
import static no.tolv.engine.variable.ReadingReviewVariables.REVIEW;

import java.util.stream.Stream;
import no.tolv.letter.Outbox;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Role;
import no.tolv.organisation.Staff;
import no.tolv.organisation.Unit;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the privacy officer and the owner that a review ended in a breach: Datatilsynet may have to know within 72 hours. */
@Component
class ReportBreach implements JavaDelegate {

    private final Outbox outbox;
    private final Organisation organisation;

    ReportBreach(Outbox outbox, Organisation organisation) {
        this.outbox = outbox;
        this.organisation = organisation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String unit = UNIT.from(execution);
        String owner = organisation.unit(unit).map(Unit::owner).orElse(unit);
        Stream.of(Role.PRIVACY_OFFICER, Role.OWNER)
                .flatMap(role -> organisation.inRole(owner, role).stream())
                .map(Staff::id)
                .distinct()
                .forEach(person -> tell(REVIEW.from(execution), person, unit));
    }

    private void tell(String review, String person, String unit) {
        String key = "readingBreach:" + review + ":" + person;
        outbox.put(new Outbox.Mail(key, review, person, false, "readingBreach", unit));
    }
}
