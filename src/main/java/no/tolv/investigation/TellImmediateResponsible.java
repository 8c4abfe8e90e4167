package no.tolv.investigation;

import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.engine.Submission;
import no.tolv.letter.Outbox;
import org.springframework.stereotype.Component;

/** Whoever is to do something today is told so at once, without a word of what or about whom (TRO-101). */
@Component
class TellImmediateResponsible {

    private final Outbox outbox;
    private final CaseLog log;

    TellImmediateResponsible(Outbox outbox, CaseLog log) {
        this.outbox = outbox;
        this.log = log;
    }

    void tell(Submission submission, String staff) {
        String key = "immediateMeasures:" + submission.task() + ":" + staff;
        outbox.put(new Outbox.Mail(key, submission.caseNumber(), staff, false, "immediateMeasures", submission.unit()));
        log.append(new CaseLog.Draft(
                submission.caseNumber(),
                "tolv",
                "system",
                null,
                Duty.NOTIFY,
                "userTask_clarifyRoles",
                "investigation",
                "Varsel til den som har ansvar for strakstiltakene",
                "E-post lagt til sending: " + staff + ".",
                null));
    }
}
