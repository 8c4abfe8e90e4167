package no.tolv.restore;

import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.util.Optional;
import no.tolv.engine.Hold;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Holds an installation whose database is older than what it has last done: what waited in the backup may have been
 * sent, and timers may have fired, after the backup was taken. Nobody has to remember to turn it on.
 */
@Component
class Quarantine implements Hold {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    /** Further than a node that is down just now can have come. */
    private static final long LEAP = 1L << 32;

    private final Installation installation;
    private final MarkFile file;
    private final Clock clock;
    private final boolean wanted;
    private volatile boolean held = true;
    private long seen;

    Quarantine(
            Installation installation, MarkFile file, Clock clock, @Value("${tolv.quarantine:false}") boolean wanted) {
        this.installation = installation;
        this.file = file;
        this.clock = clock;
        this.wanted = wanted;
    }

    @Override
    public boolean holds() {
        return held;
    }

    /** Before anything can leave: the engine and the senders ask {@link #holds}, which says yes until this is done. */
    @PostConstruct
    void begin() {
        seen = file.beatOf(installation.read().mark());
        if (wanted) {
            installation.hold("asked", clock.instant());
        }
        look();
        if (held) {
            LOG.warn(
                    "Tolv står i karantene ({}): ingen e-post går og ingen frister løper ut. Se /api/quarantine.",
                    state().heldReason());
        }
    }

    /** Also while it runs, so that a database turned back under it is found, and a release on another node. */
    @Scheduled(fixedDelayString = "${tolv.quarantine.interval:PT10S}")
    synchronized void look() {
        Installation.State state = installation.read();
        if (!state.isHeld()) {
            suspicion(state).ifPresent(reason -> installation.hold(reason, clock.instant()));
            state = installation.sign();
        }
        held = state.isHeld();
        if (held) {
            installation.reach(seen);
        } else {
            seen = state.beat();
            file.write(state.mark(), seen);
        }
    }

    private Optional<String> suspicion(Installation.State state) {
        if (!state.home().equals(installation.home())) {
            return Optional.of("moved");
        }
        return state.beat() < seen ? Optional.of("older") : Optional.empty();
    }

    Installation.State state() {
        return installation.read();
    }

    /** To be called in a transaction; {@link #look} afterwards. False when there was nothing to release. */
    boolean release() {
        return installation.release(state().beat() + LEAP);
    }
}
