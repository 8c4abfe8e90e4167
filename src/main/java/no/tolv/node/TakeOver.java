package no.tolv.node;

import no.tolv.engine.job.JobLocks;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes over from nodes that have long been silent, sooner than the five minutes their jobs are locked for. */
@Component
class TakeOver {

    private final Nodes nodes;
    private final JobLocks locks;

    TakeOver(Nodes nodes, JobLocks locks) {
        this.nodes = nodes;
        this.locks = locks;
    }

    @Scheduled(fixedDelayString = "${tolv.node.take-over:PT30S}")
    void fromTheSilent() {
        locks.runOut(nodes.silent());
        nodes.forgetLongGone();
    }
}
