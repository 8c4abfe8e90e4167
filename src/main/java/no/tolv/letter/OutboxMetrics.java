package no.tolv.letter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The outbox in numbers, without saying whose. */
@Component
class OutboxMetrics implements MeterBinder {

    private final OutboxQueue queue;
    private final Clock clock;

    OutboxMetrics(OutboxQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("tolv.mail.waiting", queue, OutboxQueue::waiting).register(registry);
        Gauge.builder("tolv.mail.blocked", queue, OutboxMetrics::blocked).register(registry);
        Gauge.builder("tolv.mail.oldest.waiting", this, OutboxMetrics::oldestSeconds)
                .baseUnit("seconds")
                .register(registry);
    }

    private static int blocked(OutboxQueue queue) {
        return queue.blocked().values().stream().mapToInt(Integer::intValue).sum();
    }

    private long oldestSeconds() {
        return queue.oldestWaiting()
                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                .orElse(0L);
    }
}
