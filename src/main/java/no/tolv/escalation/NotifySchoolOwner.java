package no.tolv.escalation;

import static no.tolv.engine.variable.OwnerNoticeVariables.NOTICE;

import no.tolv.engine.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the owner the mail of a notice that asks for a receipt. */
@Component
class NotifySchoolOwner implements JavaDelegate {

    private final Notices notices;
    private final NoticeMails mails;
    private final SystemLog log;

    NotifySchoolOwner(Notices notices, NoticeMails mails, SystemLog log) {
        this.notices = notices;
        this.mails = mails;
        this.log = log;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Notice notice = notices.get(NOTICE.from(execution));
        log.told(notice.caseNumber(), Step.of(execution), Wording.heading(notice), mails.put(notice));
    }
}
