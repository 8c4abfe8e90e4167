package no.tolv.node.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import no.tolv.engine.deployment.StartRefused;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Nodes that start on one database do so one after the other, so that tables, diagrams, roster, lists and grants are
 * made once. The turn is a lock of PostgreSQL's that lives as long as its connection: whoever dies gives it up.
 */
@Component
class StartTurn implements DisposableBean {

    private static final long LOCK = 0x746f6c76L;
    private static final int LONGEST_WAIT_SECONDS = 600;

    private Connection held;

    /** @throws StartRefused when another node has been starting for ten minutes */
    void take(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        if (!Database.isPostgres(connection)) {
            connection.close();
            return;
        }
        held = connection;
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.setQueryTimeout(LONGEST_WAIT_SECONDS);
            lock.execute();
        } catch (SQLException tooLong) {
            throw new StartRefused("En annen node har holdt på å starte på den samme databasen i ti minutter."
                    + " Se i loggen dens, stans den, og start på nytt.");
        }
    }

    @EventListener(ContextRefreshedEvent.class)
    void pass() throws SQLException {
        if (held != null) {
            try (Connection connection = held;
                    PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock(?)")) {
                unlock.setLong(1, LOCK);
                unlock.execute();
            }
            held = null;
        }
    }

    @Override
    public void destroy() throws SQLException {
        pass();
    }
}
