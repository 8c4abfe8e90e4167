package no.tolv.node;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import no.tolv.engine.job.JobThreads;
import no.tolv.node.database.DatabaseClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes no jobs while this machine's clock is more than five seconds off the database's, and goes on when it is right. */
@Component
class ClockWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    private final DataSource database;
    private final JobThreads threads;
    private final DatabaseClock clock;
    private volatile Duration ahead = Duration.ZERO;
    private boolean held;

    @Autowired
    ClockWatch(DataSource database, JobThreads threads) {
        this(database, threads, Clock.systemUTC());
    }

    ClockWatch(DataSource database, JobThreads threads, Clock machine) {
        this.database = database;
        this.threads = threads;
        this.clock = new DatabaseClock(machine);
    }

    /** As last seen; positive when this machine is ahead. */
    Duration ahead() {
        return ahead;
    }

    @Scheduled(fixedDelayString = "${tolv.node.clock:PT30S}")
    synchronized void look() throws SQLException {
        try (Connection connection = database.getConnection()) {
            ahead = clock.ahead(connection);
        }
        if (DatabaseClock.isOff(ahead)) {
            hold();
        } else if (held) {
            goOn();
        }
    }

    private void hold() {
        if (threads.isActive()) {
            LOG.error(
                    "Klokka her er {} sekunder fra databasens. Noden tar ingen jobber før den er rettet.",
                    ahead.toSeconds());
            held = true;
            threads.stop();
        }
    }

    private void goOn() {
        LOG.info("Klokka går igjen likt med databasens. Noden tar jobber som før.");
        held = false;
        threads.start();
    }
}
