package no.tolv.letter.undelivered;

import no.tolv.engine.Step;
import no.tolv.engine.variable.UndeliveredMailVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Somebody has been told in another way: what was stopped is never sent, and the case knows. */
@Component
class WithdrawMail implements JavaDelegate {

    private final UndeliveredMails mails;
    private final DeliveryLog log;

    WithdrawMail(UndeliveredMails mails, DeliveryLog log) {
        this.mails = mails;
        this.log = log;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Undelivered mail = mails.get(UndeliveredMailVariables.UNDELIVERED.from(execution));
        mails.withdraw(mail);
        log.write(mail, Step.of(execution), "Beskjeden er gitt på annen måte, og e-posten blir ikke sendt");
    }
}
