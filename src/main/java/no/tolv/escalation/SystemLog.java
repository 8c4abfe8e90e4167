package no.tolv.escalation;

import java.util.Collection;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.engine.Step;
import org.springframework.stereotype.Component;

/** Writes in the case's log whom the system has told. */
@Component
class SystemLog {

    private final CaseLog log;

    SystemLog(CaseLog log) {
        this.log = log;
    }

    void told(String caseNumber, Step step, String heading, Collection<String> recipients) {
        write(
                caseNumber,
                step,
                heading,
                recipients.isEmpty()
                        ? "Ingen mottaker finnes. Den som følger saken, må si fra på annen måte."
                        : "E-post lagt til sending: " + String.join(", ", recipients) + ".");
    }

    void write(String caseNumber, Step step, String heading, String text) {
        log.append(new CaseLog.Draft(
                caseNumber, "tolv", "system", null, Duty.NOTIFY, step.element(), step.diagram(), heading, text, null));
    }
}
