package no.tolv.engine.guard;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The database does not answer, or has no connection free: soon over, and nobody knows whether what was asked for is done. */
public class DatabaseAway extends RuntimeException {

    public static final String SENTENCE = "Tolv får ikke svar fra databasen akkurat nå. Vent litt, se om det du gjorde,"
            + " er lagret, og prøv igjen.";

    /** SQLSTATE: connection failure, shutdown and start of the server, too many connections, cut off for standing still. */
    private static final Pattern STATES = Pattern.compile("08\\w{3}|57P0\\d|53300|25P03");

    DatabaseAway(Throwable cause) {
        super(SENTENCE, cause);
    }

    public static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(DatabaseAway::isAway);
    }

    private static boolean isAway(Throwable cause) {
        return cause instanceof DatabaseAway
                || cause instanceof SQLTransientConnectionException
                || cause instanceof SQLException failure && isAway(failure.getSQLState());
    }

    /** A server always says the state; without one it is the pool that has lost the connection. */
    private static boolean isAway(String state) {
        return state == null || STATES.matcher(state).matches();
    }
}
