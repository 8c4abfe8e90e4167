package no.tolv.escalation;

import java.time.Instant;
import java.util.List;
import no.tolv.casefile.CaseChapter;
import no.tolv.casefile.People;
import no.tolv.casefile.Person;
import org.springframework.stereotype.Component;

/** Who has been told of a case, and whether they have confirmed it. */
@Component
class NoticeChapter implements CaseChapter {

    /**
     * One notice.
     *
     * @param recipient role, or {@code guardians}
     * @param sentAt null until it has been sent
     * @param receiptAt null until the recipient has confirmed it, and where no receipt is asked for
     */
    record Line(
            String title,
            String event,
            int occurrence,
            int round,
            String recipient,
            String unit,
            Instant createdAt,
            Instant sentAt,
            Instant receiptAt,
            Person receiptBy) {}

    private final Notices notices;
    private final People people;

    NoticeChapter(Notices notices, People people) {
        this.notices = notices;
        this.people = people;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public List<Line> of(String caseNumber) {
        return notices.of(caseNumber).stream().map(this::line).toList();
    }

    private Line line(Notices.Told told) {
        Notice notice = told.notice();
        return new Line(
                Wording.heading(notice),
                notice.event(),
                notice.occurrence(),
                notice.round(),
                notice.recipient(),
                notice.unit(),
                told.createdAt(),
                told.sentAt(),
                told.receiptAt(),
                people.staff(told.receiptBy()));
    }
}
