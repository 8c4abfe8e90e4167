package no.tolv.robust.outage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds a lock in PostgreSQL, so that a node comes to a stop in the middle of exactly one statement: a fault point that
 * production code knows nothing of.
 */
class Standstill implements AutoCloseable {

    private static final String WAITING = """
            from pg_stat_activity where application_name like 'node%'
              and cast(:holder as integer) = any(pg_blocking_pids(pid))
            """;

    private final JdbcClient database;
    private final Connection holder;
    private final int pid;

    Standstill(DataSource postgres, String lock, Object... values) throws SQLException {
        database = JdbcClient.create(postgres);
        holder = postgres.getConnection();
        holder.setAutoCommit(false);
        pid = pid(holder);
        try (PreparedStatement statement = holder.prepareStatement(lock)) {
            for (int place = 0; place < values.length; place++) {
                statement.setObject(place + 1, values[place]);
            }
            statement.execute();
        }
    }

    private static int pid(Connection connection) throws SQLException {
        try (var row = connection.createStatement().executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The node that has come to a stop in such a statement; empty when none does within that time. */
    Optional<String> stopped(String statement, Duration longest) {
        Instant giveUp = Instant.now().plus(longest);
        Optional<String> node = stopped(statement);
        while (node.isEmpty() && Instant.now().isBefore(giveUp)) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            node = stopped(statement);
        }
        return node;
    }

    private Optional<String> stopped(String statement) {
        return database.sql("select application_name " + WAITING + " and lower(query) like :statement limit 1")
                .param("holder", pid)
                .param("statement", statement)
                .query(String.class)
                .optional();
    }

    /** What a dead node had asked for is not to be done after its death: PostgreSQL would, once the lock is gone. */
    void forget(String node) {
        String its = WAITING + " and application_name = :node";
        while (database.sql("select count(pg_terminate_backend(pid)) " + its)
                        .param("holder", pid)
                        .param("node", node)
                        .query(Integer.class)
                        .single()
                > 0) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    @Override
    public void close() throws SQLException {
        holder.rollback();
        holder.close();
    }
}
