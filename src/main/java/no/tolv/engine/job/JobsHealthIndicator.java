package no.tolv.engine.job;

import java.time.Duration;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether jobs are taken when they are due and come to their end; a node that has stopped taking any is seen here. */
@Component
class JobsHealthIndicator extends AbstractHealthIndicator {

    private static final Status ALARM = new Status("ALARM", "Steg i sakene står stille");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final JobBacklog backlog;

    JobsHealthIndicator(JobBacklog backlog) {
        super("Jobbene kan ikke leses");
        this.backlog = backlog;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Duration oldest = backlog.oldest();
        int incidents = backlog.incidents();
        boolean stuck = incidents > 0 || oldest.compareTo(PATIENCE) > 0;
        health.status(stuck ? ALARM : Status.UP)
                .withDetail("incidents", incidents)
                .withDetail("oldestDueSeconds", oldest.toSeconds());
    }
}
