package no.tolv.node;

import no.tolv.node.database.DatabaseClock;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether this machine's clock goes with the database's. */
@Component
class ClockHealthIndicator implements HealthIndicator {

    private static final Status ALARM = new Status("ALARM", "Klokka går feil, og noden tar ingen jobber");

    private final ClockWatch watch;

    ClockHealthIndicator(ClockWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        return Health.status(DatabaseClock.isOff(watch.ahead()) ? ALARM : Status.UP)
                .withDetail("aheadMillis", watch.ahead().toMillis())
                .build();
    }
}
