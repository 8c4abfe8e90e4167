package no.tolv.restore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends the quarantine, all or nothing. */
@Component
class Release {

    private static final Logger LOG = LoggerFactory.getLogger(Release.class);

    private final Quarantine quarantine;
    private final WaitingMail mail;
    private final TransactionTemplate transaction;

    Release(Quarantine quarantine, WaitingMail mail, PlatformTransactionManager transactions) {
        this.quarantine = quarantine;
        this.mail = mail;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** False when there was nothing to release. */
    boolean now(boolean dropWaitingMail) {
        boolean released = Boolean.TRUE.equals(transaction.execute(status -> endIt(dropWaitingMail)));
        if (released) {
            quarantine.look();
            LOG.warn("Karantenen er opphevet; e-posten som ventet, blir {}.", dropWaitingMail ? "ikke sendt" : "sendt");
        }
        return released;
    }

    private boolean endIt(boolean dropWaitingMail) {
        Installation.State before = quarantine.state();
        boolean released = quarantine.release();
        if (released && dropWaitingMail) {
            mail.drop(before.heldSince());
        }
        return released;
    }
}
