package no.tolv.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import no.tolv.engine.job.JobThreads;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

@DisplayName("En node som går feil, tar ingen jobber")
class ClockWatchTest {

    private StandaloneInMemProcessEngineConfiguration configuration;
    private ProcessEngine engine;
    private JobThreads threads;

    @BeforeEach
    void start() {
        configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        engine = configuration.buildProcessEngine();
        threads = new JobThreads(engine);
        threads.start();
    }

    @AfterEach
    void close() {
        ClockUtil.reset();
        threads.stop();
        engine.close();
    }

    @Test
    @DisplayName("seks sekunder foran eller etter stanser den, fire gjør ikke, og når klokka er rettet, går den videre")
    void holdsAndGoesOn() throws SQLException {
        MovedClock machine = new MovedClock();
        ClockWatch watch = new ClockWatch(configuration.getDataSource(), threads, machine);
        for (int seconds : new int[] {4, 6, -4, -6}) {
            machine.ahead = Duration.ofSeconds(seconds);
            watch.look();
            boolean isOff = Math.abs(seconds) > 5;
            assertThat(threads.isActive()).as(seconds + " s").isNotEqualTo(isOff);
            Status told = new ClockHealthIndicator(watch).health().getStatus();
            assertThat(told.getCode()).isEqualTo(isOff ? "ALARM" : "UP");
            assertThat(watch.ahead()).isBetween(Duration.ofSeconds(seconds - 1), Duration.ofSeconds(seconds + 1));
        }
    }

    @Test
    @DisplayName("klokka som flyttes i en demonstrasjon, teller ikke")
    void demoClockIsNoMatter() throws SQLException {
        ClockUtil.offset(Duration.ofDays(200).toMillis());
        new ClockWatch(configuration.getDataSource(), threads).look();
        assertThat(threads.isActive()).isTrue();
    }

    @Test
    @DisplayName("en som noen andre har stanset, settes ikke i gang")
    void leavesTheStopped() throws SQLException {
        threads.stop();
        MovedClock machine = new MovedClock();
        ClockWatch watch = new ClockWatch(configuration.getDataSource(), threads, machine);
        machine.ahead = Duration.ofSeconds(6);
        watch.look();
        machine.ahead = Duration.ZERO;
        watch.look();
        assertThat(threads.isActive()).isFalse();
    }

    /** The machine's clock, set wrong. */
    private static final class MovedClock extends Clock {

        private Duration ahead = Duration.ZERO;

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public java.time.Instant instant() {
            return java.time.Instant.now().plus(ahead);
        }
    }
}
