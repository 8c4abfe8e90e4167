package no.tolv.node;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Which nodes live. That one is gone is for whoever knows how many there should be. */
@Component
class NodesHealthIndicator extends AbstractHealthIndicator {

    private final Nodes nodes;

    NodesHealthIndicator(Nodes nodes) {
        super("Nodene kan ikke leses");
        this.nodes = nodes;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up().withDetail("alive", nodes.alive());
    }
}
