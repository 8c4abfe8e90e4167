package no.tolv.node.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * How far this machine's clock is from the database's. A node that is ahead by more than the time a job is locked for
 * would take the jobs of the others while they run; the clock that is moved in a demonstration has no part in it.
 */
public class DatabaseClock {

    private static final Duration MOST = Duration.ofSeconds(5);

    private final Clock machine;

    public DatabaseClock(Clock machine) {
        this.machine = machine;
    }

    /** Positive when this machine is ahead; half the way there and back is taken off. */
    public Duration ahead(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            Instant asked = machine.instant();
            ResultSet answer = statement.executeQuery("select current_timestamp");
            answer.next();
            Instant told = answer.getObject(1, OffsetDateTime.class).toInstant();
            Duration way = Duration.between(asked, machine.instant()).dividedBy(2);
            return Duration.between(told, asked.plus(way));
        }
    }

    /** More than five seconds, one way or the other. */
    public static boolean isOff(Duration ahead) {
        return ahead.abs().compareTo(MOST) > 0;
    }
}
