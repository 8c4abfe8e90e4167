package no.tolv.node.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import no.tolv.engine.deployment.StartRefused;

/** What the database must be like for a node to start on it. */
final class Database {

    private static final int OLDEST_POSTGRES = 15;
    private static final String ENGINE = "7.24.";

    private Database() {}

    static boolean isPostgres(Connection database) throws SQLException {
        return database.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /** @throws StartRefused when it is older than what the engine is made for */
    static void requireSupported(Connection database) throws SQLException {
        int version = database.getMetaData().getDatabaseMajorVersion();
        if (isPostgres(database) && version < OLDEST_POSTGRES) {
            throw new StartRefused("Databasen er PostgreSQL " + version
                    + ", men Tolv trenger versjon 15 eller nyere. Oppgrader PostgreSQL før Tolv startes.");
        }
    }

    /** @throws StartRefused when the clocks are more than five seconds apart */
    static void requireSameTime(Connection database, Clock machine) throws SQLException {
        Duration ahead = new DatabaseClock(machine).ahead(database);
        if (DatabaseClock.isOff(ahead)) {
            throw new StartRefused(
                    "Klokka på denne maskinen er %d sekunder %s databasens. Still begge med NTP, og start på nytt."
                            .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "etter" : "foran"));
        }
    }

    /** @throws StartRefused when the engine's tables are those of another version */
    static void requireEngineSchema(Connection database) throws SQLException {
        Optional<String> version = engineVersion(database);
        if (version.isPresent() && !version.get().startsWith(ENGINE)) {
            throw new StartRefused(
                    "Motorens tabeller i databasen (ACT_GE_SCHEMA_LOG) er av versjon «" + version.get()
                            + "», men Tolv bruker 7.24. Kjør Camundas oppgraderingsskript til 7.24, eller start den Tolv som hører til.");
        }
    }

    /** The version that was put in last; nothing when there are no tables yet. */
    private static Optional<String> engineVersion(Connection database) throws SQLException {
        if (!hasTable(database, "ACT_GE_SCHEMA_LOG")) {
            return Optional.empty();
        }
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select VERSION_ from ACT_GE_SCHEMA_LOG order by TIMESTAMP_ desc, ID_ desc")) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    private static boolean hasTable(Connection database, String name) throws SQLException {
        String table = database.getMetaData().storesLowerCaseIdentifiers() ? name.toLowerCase() : name;
        try (ResultSet found = database.getMetaData()
                .getTables(database.getCatalog(), database.getSchema(), table, new String[] {"TABLE", "BASE TABLE"})) {
            return found.next();
        }
    }
}
