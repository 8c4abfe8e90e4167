package no.tolv.node;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.tolv.engine.job.FailedJobs;
import no.tolv.engine.job.FailedJobs.FailedJob;
import no.tolv.letter.Operators;
import no.tolv.letter.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the operators, once, and the log, that something has stopped. Looks for what is there rather than listening for what happens,
 * so that nothing is missed when a node dies in between; the outbox knows what has been told.
 */
@Component
class IncidentMail {

    private static final Logger LOG = LoggerFactory.getLogger(IncidentMail.class);

    private final FailedJobs failed;
    private final Operators operators;
    private final Outbox outbox;
    private final Set<String> logged = new HashSet<>();

    IncidentMail(FailedJobs failed, Operators operators, Outbox outbox) {
        this.failed = failed;
        this.operators = operators;
        this.outbox = outbox;
    }

    @Scheduled(fixedDelayString = "${tolv.operator.interval:PT30S}")
    void tell() {
        List<FailedJob> all = failed.all();
        logged.retainAll(all.stream().map(FailedJob::incident).toList());
        all.stream().filter(one -> logged.add(one.incident())).forEach(IncidentMail::log);
        all.forEach(one -> operators.addresses().forEach(address -> tell(one, address)));
    }

    private static void log(FailedJob one) {
        LOG.error(
                "Steget {} i {} har stanset (jobb {}) og prøves ikke igjen av seg selv.",
                one.step(),
                one.process(),
                one.job());
    }

    private void tell(FailedJob one, String address) {
        try {
            outbox.put(new Outbox.Mail(
                    "incident:" + one.incident() + ":" + address, "incident", address, false, "jobStopped", ""));
        } catch (DuplicateKeyException anotherNodeWasFirst) {
            LOG.debug("Another node has told of {}", one.incident());
        }
    }
}
