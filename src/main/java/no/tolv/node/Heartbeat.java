package no.tolv.node;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import no.tolv.engine.job.JobThreads;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Says that this node lives, under the name it takes jobs by, until it stops. */
@Component
class Heartbeat {

    private final Nodes nodes;
    private final String id;
    private final String name;

    /** @param name {@code tolv.node.name}, what an operator knows the node by; else its container, or the beginning of its id */
    Heartbeat(Nodes nodes, JobThreads threads, @Value("${tolv.node.name:${HOSTNAME:}}") String name) {
        this.nodes = nodes;
        this.id = threads.owner();
        this.name = name.isBlank() ? id.substring(0, Math.min(8, id.length())) : name;
    }

    @Scheduled(fixedDelayString = "${tolv.node.heartbeat:PT15S}")
    void beat() {
        nodes.seen(id, name, version());
    }

    /** The jobs it had are given back by now. */
    @PreDestroy
    void end() {
        nodes.gone(id);
    }

    private static String version() {
        return Optional.ofNullable(Heartbeat.class.getPackage().getImplementationVersion())
                .orElse("utvikling");
    }
}
