package no.tolv.restore;

import java.util.Optional;
import no.tolv.restore.WholeLog.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An alarm for as long as the installation is held, and whether the logs it was restored with are whole. */
@Component("quarantineHealthIndicator")
class QuarantineReport implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineReport.class);
    private static final Status ALARM = new Status("ALARM", "karantene");

    private final Quarantine quarantine;
    private final WholeLog log;
    private volatile Verdict verdict;

    QuarantineReport(Quarantine quarantine, WholeLog log) {
        this.quarantine = quarantine;
        this.log = log;
    }

    @EventListener(ApplicationReadyEvent.class)
    void verifyWhenHeld() {
        if (quarantine.holds()) {
            verdict = log.verify();
            LOG.info(
                    "Karantene: {} saker er kontrollert, {} har en logg som er endret.",
                    verdict.cases(),
                    verdict.broken());
        }
    }

    Optional<Verdict> verdict() {
        return Optional.ofNullable(verdict);
    }

    @Override
    public Health health() {
        Health.Builder health = Health.status(quarantine.holds() ? ALARM : Status.UP);
        verdict().ifPresent(found -> health.withDetail("cases", found.cases()).withDetail("broken", found.broken()));
        return health.build();
    }
}
