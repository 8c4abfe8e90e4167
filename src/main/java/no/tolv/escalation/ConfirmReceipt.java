package no.tolv.escalation;

import java.util.Map;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormReader;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import no.tolv.engine.variable.OwnerNoticeVariables;
import org.springframework.stereotype.Component;

/** The owner confirms a notice: the form says why, with the case number only, and the receipt is kept. */
@Component
class ConfirmReceipt implements FormContent, FormOutcome {

    private final Notices notices;

    ConfirmReceipt(Notices notices) {
        this.notices = notices;
    }

    @Override
    public String form() {
        return "confirmReceipt";
    }

    @Override
    public Map<String, Object> values(FormReader reader) {
        String event = (String) reader.variables().get(OwnerNoticeVariables.NOTICE_EVENT.name());
        return Map.of("noticeText", Wording.noticeText(reader.caseNumber(), event));
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        if (!submission.yes("received")) {
            throw new FormRejected("received", "Kryss av for at varselet er mottatt, eller la oppgaven stå.");
        }
        notices.confirm((String) submission.variables().get(OwnerNoticeVariables.NOTICE.name()), submission.actor());
        return Map.of();
    }
}
