package no.tolv.letter;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether mail gets out. Takes the place of Spring Boot's indicator of the same name, which would take the node out of
 * service with the mail server; this alarm is a status of its own that does not, since the duty goes on in Tasklist.
 */
@Component
class MailHealthIndicator implements HealthIndicator {

    static final Status ALARM = new Status("ALARM", "E-post kommer ikke fram");

    private static final Logger LOG = LoggerFactory.getLogger(MailHealthIndicator.class);
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final OutboxQueue queue;
    private final Clock clock;
    private boolean alarmed;

    MailHealthIndicator(OutboxQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public Health health() {
        long age = oldest().toMinutes();
        Map<String, Integer> blocked = queue.blocked();
        return Health.status(isLate() || !blocked.isEmpty() ? ALARM : Status.UP)
                .withDetail("waiting", queue.waiting())
                .withDetail("oldestWaitingMinutes", age)
                .withDetail("blocked", blocked)
                .build();
    }

    /** Writes one line when the alarm begins and one when it is over. */
    @Scheduled(fixedDelayString = "${tolv.outbox.alarm-interval:PT1M}")
    synchronized void watch() {
        boolean late = isLate();
        if (late && !alarmed) {
            LOG.warn("Utboksen: {} e-poster venter, den eldste i over en time.", queue.waiting());
        } else if (alarmed && !late) {
            LOG.info("Utboksen: ingen e-post har ventet over en time lenger.");
        }
        alarmed = late;
    }

    private boolean isLate() {
        return oldest().compareTo(PATIENCE) > 0;
    }

    private Duration oldest() {
        return queue.oldestWaiting()
                .map(since -> Duration.between(since, clock.instant()))
                .orElse(Duration.ZERO);
    }
}
