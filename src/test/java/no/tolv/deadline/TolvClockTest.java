package no.tolv.deadline;

import static no.tolv.deadline.TolvClock.OSLO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Den ene klokka")
class TolvClockTest {

    private static final Instant START = Instant.parse("2026-11-20T22:59:00Z");

    private ClockOffset stored;

    @BeforeEach
    void database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).load().migrate();
        stored = new ClockOffset(JdbcClient.create(database));
    }

    private TolvClock clock(boolean movable) {
        return new TolvClock(Clock.fixed(START, OSLO), stored, movable);
    }

    @Test
    void readsOslo() {
        assertThat(clock(true).today()).isEqualTo("2026-11-20");
        assertThat(clock(true).now().toLocalDateTime()).isEqualTo("2026-11-20T23:59:00");
    }

    @Test
    @DisplayName("Flyttet tid overlever en omstart")
    void survivesRestart() {
        clock(true).moveTo(START.plus(Duration.ofDays(5)));
        clock(true).moveTo(START.plus(Duration.ofDays(7)));
        assertThat(clock(true).instant()).isEqualTo(START.plus(Duration.ofDays(7)));
        assertThat(clock(true).offset()).isEqualTo(Duration.ofDays(7));
        assertThat(clock(true).withZone(OSLO).instant()).isEqualTo(START.plus(Duration.ofDays(7)));
    }

    @Test
    void neverGoesBack() {
        TolvClock clock = clock(true);
        clock.moveTo(START.minusSeconds(1));
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    @DisplayName("Uten demoprofilen vises virkelig tid, og klokka kan ikke flyttes")
    void realTimeOutsideDemo() {
        clock(true).moveTo(START.plus(Duration.ofDays(5)));
        assertThat(clock(false).instant()).isEqualTo(START);
        assertThatThrownBy(() -> clock(false).moveTo(START.plusSeconds(1))).hasMessageContaining("demoprofilen");
    }
}
