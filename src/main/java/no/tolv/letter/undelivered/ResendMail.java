package no.tolv.letter.undelivered;

import no.tolv.engine.Step;
import no.tolv.engine.variable.UndeliveredMailVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The address has been mended: what was stopped goes again. */
@Component
class ResendMail implements JavaDelegate {

    private final UndeliveredMails mails;
    private final DeliveryLog log;

    ResendMail(UndeliveredMails mails, DeliveryLog log) {
        this.mails = mails;
        this.log = log;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Undelivered mail = mails.get(UndeliveredMailVariables.UNDELIVERED.from(execution));
        mails.tryAgain(mail);
        log.write(mail, Step.of(execution), "E-posten er lagt til sending på nytt");
    }
}
