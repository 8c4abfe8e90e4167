package no.tolv.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * The statements of one case of Tolv, asked again over plain JDBC: what is left when nobody thinks. Ids and the case
 * number are new each time, so that every row is one more in Tolv's own tables, under their keys, checks and triggers; a
 * write that touches another number of rows than it did is an error. Commits are where they were, and what a select
 * finds is read. Statements stay prepared. Left out: savepoints, and what the rows mean – texts, documents and the hashes
 * of the log are those of the taped case, so a replayed log does not prove itself.
 */
class Replay {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final CaseTape tape;
    private final Set<String> own;
    private final List<CaseTape.Step> steps;
    private final DataSource database;
    private final RecordedStatements timed;
    private final BlockingQueue<ReplayedCase> idle = new LinkedBlockingQueue<>();

    /** @param another case's tape: ids on both are no case's own */
    Replay(CaseTape tape, CaseTape another, DataSource database, RecordedStatements timed) {
        this.tape = tape;
        this.own = new HashSet<>(tape.ids());
        own.removeAll(another.ids());
        this.steps = tape.steps(own);
        this.database = database;
        this.timed = timed;
    }

    StatementCounts several(int cases, int threads) {
        StatementCounts sum = new StatementCounts();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<StatementCounts>> all = new ArrayList<>();
            for (int number = 0; number < cases; number++) {
                all.add(this::one);
            }
            for (Future<StatementCounts> done : workers.invokeAll(all)) {
                sum.add(done.get());
            }
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        } finally {
            workers.shutdown();
        }
        return sum;
    }

    private StatementCounts one() throws SQLException {
        StatementCounts sum = new StatementCounts();
        ReplayedCase waiting = idle.poll();
        ReplayedCase replayed = waiting == null ? new ReplayedCase(steps, own, connections()) : waiting;
        timed.into(sum, () -> {
            replayed.play(NUMBER.incrementAndGet());
            return null;
        });
        idle.add(replayed);
        return sum;
    }

    private List<Connection> connections() throws SQLException {
        List<Connection> connections = new ArrayList<>();
        for (int number = 0; number < tape.connections(); number++) {
            connections.add(database.getConnection());
        }
        return connections;
    }
}
