package no.tolv.letter.undelivered;

import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.engine.Step;
import org.springframework.stereotype.Component;

/** Writes in the case's log what became of mail that did not get there, and to whom it was. */
@Component
class DeliveryLog {

    private final CaseFiles cases;
    private final CaseLog log;

    DeliveryLog(CaseFiles cases, CaseLog log) {
        this.cases = cases;
        this.log = log;
    }

    /** Nothing for mail that serves no single case. */
    void write(Undelivered mail, Step step, String heading) {
        cases.find(mail.caseNumber())
                .ifPresent(file -> log.append(new CaseLog.Draft(
                        file.caseNumber(),
                        "tolv",
                        "system",
                        null,
                        Duty.NOTIFY,
                        step.element(),
                        step.diagram(),
                        heading,
                        "Mottaker: " + mail.recipient() + ".",
                        null)));
    }
}
