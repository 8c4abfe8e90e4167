package no.tolv.escalation;

import java.util.List;
import no.tolv.casefile.CaseFiles;
import no.tolv.letter.Outbox;
import no.tolv.organisation.Guardian;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Role;
import org.springframework.stereotype.Component;

/** Puts the mails of a notice in the outbox. */
@Component
class NoticeMails {

    private final Outbox outbox;
    private final Notices notices;
    private final RoleHolders holders;
    private final Organisation organisation;
    private final CaseFiles cases;

    NoticeMails(Outbox outbox, Notices notices, RoleHolders holders, Organisation organisation, CaseFiles cases) {
        this.outbox = outbox;
        this.notices = notices;
        this.holders = holders;
        this.organisation = organisation;
        this.cases = cases;
    }

    /** The ids of those who are mailed; nobody is mailed twice for one notice. */
    List<String> put(Notice notice) {
        List<String> recipients = recipients(notice);
        outbox.put(recipients.stream().map(recipient -> mail(notice, recipient)).toList());
        notices.sent(notice.id());
        return recipients;
    }

    private static Outbox.Mail mail(Notice notice, String recipient) {
        String key = "notice:" + notice.id() + ":" + recipient;
        return new Outbox.Mail(
                key, notice.caseNumber(), recipient, notice.toGuardians(), notice.content(), notice.unit());
    }

    private List<String> recipients(Notice notice) {
        return notice.toGuardians()
                ? guardians(notice.caseNumber())
                : holders.of(notice.caseNumber(), notice.unit(), Role.of(notice.recipient()));
    }

    private List<String> guardians(String caseNumber) {
        String pupil = cases.find(caseNumber).orElseThrow().pupil();
        return organisation.guardiansOf(pupil).stream()
                .filter(Guardian::parentalResponsibility)
                .map(Guardian::id)
                .toList();
    }
}
