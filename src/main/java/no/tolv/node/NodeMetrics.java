package no.tolv.node;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many nodes live, and how this one's clock goes. */
@Component
class NodeMetrics implements MeterBinder {

    private final Nodes nodes;
    private final ClockWatch watch;

    NodeMetrics(Nodes nodes, ClockWatch watch) {
        this.nodes = nodes;
        this.watch = watch;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("tolv.nodes.alive", nodes, all -> all.alive().size()).register(registry);
        Gauge.builder("tolv.clock.ahead", watch, clock -> clock.ahead().toMillis() / 1000.0)
                .baseUnit("seconds")
                .register(registry);
    }
}
