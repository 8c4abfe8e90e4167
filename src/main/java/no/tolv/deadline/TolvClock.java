package no.tolv.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one clock of the application, in Europe/Oslo. In the demo profile it can be moved forward; how far is kept in the
 * database, so that a demonstration goes on where it was after a restart. Without the demo profile it shows real time
 * whatever the database says.
 */
@Component
public class TolvClock extends Clock {

    /** Law runs here, whatever zone the JVM runs in. */
    public static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final Clock real;
    private final ClockOffset stored;
    private final boolean movable;
    private volatile Duration offset;

    @Autowired
    TolvClock(JdbcClient database, Environment environment) {
        this(Clock.system(OSLO), new ClockOffset(database), environment.acceptsProfiles(Profiles.of("demo")));
    }

    TolvClock(Clock real, ClockOffset stored, boolean movable) {
        this.real = real;
        this.stored = stored;
        this.movable = movable;
        this.offset = movable ? stored.read() : Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return OSLO;
    }

    /** The same instants, read in another zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(real.withZone(zone), offset);
    }

    /** Date and time in Oslo now. */
    public ZonedDateTime now() {
        return ZonedDateTime.now(this);
    }

    /** Today's date in Oslo. */
    public LocalDate today() {
        return LocalDate.now(this);
    }

    /** How far the clock is ahead of real time; zero outside the demo profile. */
    public Duration offset() {
        return offset;
    }

    /**
     * Moves the clock forward so that it shows the given instant now and runs on from there; an instant that has passed
     * changes nothing.
     *
     * @throws IllegalStateException outside the demo profile
     */
    public synchronized void moveTo(Instant instant) {
        if (!movable) {
            throw new IllegalStateException("Klokka kan bare flyttes i demoprofilen.");
        }
        Duration ahead = Duration.between(instant(), instant);
        if (ahead.compareTo(Duration.ZERO) > 0) {
            offset = offset.plus(ahead);
            stored.write(offset);
        }
    }
}
