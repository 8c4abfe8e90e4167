package no.tolv.letter.undelivered;

import java.util.Map;
import java.util.Optional;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.engine.Processes;
import no.tolv.engine.variable.UndeliveredMailVariables;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Unit;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a person the task of reaching somebody mail does not get to, where the case lives. It looks at what is stopped
 * and not at the moment it was stopped, so that no crash in between leaves a mail nobody is asked about.
 */
@Component
public class AskAboutMail {

    private static final String PROCESS = "undeliveredMail";

    private final UndeliveredMails mails;
    private final CaseFiles cases;
    private final Organisation organisation;
    private final Processes processes;
    private final TransactionTemplate transaction;

    AskAboutMail(
            UndeliveredMails mails,
            CaseFiles cases,
            Organisation organisation,
            Processes processes,
            PlatformTransactionManager transactions) {
        this.mails = mails;
        this.cases = cases;
        this.organisation = organisation;
        this.processes = processes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One question for each recipient in a case, also when many mails are stopped or many nodes look. */
    @Scheduled(
            fixedDelayString = "${tolv.outbox.ask-interval:PT1M}",
            initialDelayString = "${tolv.outbox.ask-interval:PT1M}")
    public void askAll() {
        mails.unasked().forEach(this::ask);
    }

    private void ask(Undelivered mail) {
        try {
            transaction.executeWithoutResult(status -> {
                mails.open(mail);
                start(mail);
            });
        } catch (DuplicateKeyException otherNode) {
            // It has been asked.
        }
    }

    /** Mail that serves no single case, such as that of a review of readings, is the owner's to look at. */
    private void start(Undelivered mail) {
        Optional<CaseFile> file = cases.find(mail.caseNumber());
        String owner = organisation.unit(mail.unit()).map(Unit::owner).orElse(mail.unit());
        processes.start(
                PROCESS,
                file.map(CaseFile::caseNumber).orElse(null),
                file.map(CaseFile::unit).orElse(owner),
                Map.of(UndeliveredMailVariables.UNDELIVERED.name(), mail.id()));
    }
}
