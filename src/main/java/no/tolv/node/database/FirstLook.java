package no.tolv.node.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import no.tolv.engine.deployment.StartRefused;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Looks at the database before anything is written to it, when it is this node's turn, and then brings its tables up to date. */
@Component
class FirstLook implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(FirstLook.class);

    private final StartTurn turn;

    FirstLook(StartTurn turn) {
        this.turn = turn;
    }

    /** @throws StartRefused when the database is not one this version can start on; nothing has been changed then */
    @Override
    public void migrate(Flyway flyway) {
        DataSource database = flyway.getConfiguration().getDataSource();
        try {
            turn.take(database);
            look(database);
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        KnownSchema.require(flyway);
        change(flyway);
    }

    private static void look(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Database.requireSupported(connection);
            Database.requireSameTime(connection, Clock.systemUTC());
            Database.requireEngineSchema(connection);
            warn(Durability.off(connection));
        }
    }

    private static void warn(List<String> off) {
        if (!off.isEmpty()) {
            LOG.error(
                    "PostgreSQL har slått av {}. Et strømbrudd kan ta det som er bekreftet. Slå det på i postgresql.conf.",
                    String.join(", ", off));
        }
    }

    /** A database's own words may quote a row. */
    private static void change(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayException failed) {
            Throwable root = NestedExceptionUtils.getMostSpecificCause(failed);
            String kind = root instanceof SQLException sql ? "SQL-tilstand " + sql.getSQLState() : root.getMessage();
            throw new StartRefused(
                    "Databasen kan ikke bringes opp til denne versjonen: " + kind
                            + ". Hent den tilbake fra sikkerhetskopien hvis den er halvveis endret, og meld fra til leverandøren.");
        }
    }
}
