package no.tolv.engine.job;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/**
 * Nodes on one PostgreSQL take jobs one after the other: side by side they look at the same head of the queue, and all
 * but one come away with nothing. The turn ends with the transaction that takes, whatever becomes of the node. H2 has one
 * node.
 */
@Repository
class TakingTurns {

    private static final long LOCK = 0x746f6c76_6a6f6273L;

    private final JdbcOperations jdbc;
    private final boolean several;

    TakingTurns(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        this.several = Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>)
                connection -> connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
    }

    /** Waits for it in the transaction that is going to take. */
    void await() {
        if (several) {
            jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
        }
    }
}
