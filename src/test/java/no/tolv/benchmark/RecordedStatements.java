package no.tolv.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what one thread asks a database while it is told to. A batch is one statement, and each row it writes is a row;
 * a commit is a transaction that is ended with one, or a write outside any. The thread's own processor time is kept too.
 */
class RecordedStatements implements QueryExecutionListener, MethodExecutionListener {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ThreadLocal<StatementCounts> counts = new ThreadLocal<>();
    private volatile boolean listening = true;

    DataSource around(DataSource database) {
        DataSource watched = ProxyDataSourceBuilder.create(database)
                .listener(this)
                .methodListener(this)
                .build();
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                return listening ? watched.getConnection() : super.getConnection();
            }
        };
    }

    /** Whether statements are counted, or only time is taken, in which case nothing stands before the database. */
    void listen(boolean listening) {
        this.listening = listening;
    }

    /** Adds what the action asks of the database, on this thread, to the counts; not to be nested. */
    <T> T into(StatementCounts sum, Supplier<T> action) {
        counts.set(sum);
        long from = System.nanoTime();
        long before = THREADS.getCurrentThreadCpuTime();
        try {
            return action.get();
        } finally {
            sum.addTime(System.nanoTime() - from, THREADS.getCurrentThreadCpuTime() - before);
            counts.remove();
        }
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // What a statement did is known after it.
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        StatementCounts sum = counts.get();
        if (sum != null && !queries.isEmpty()) {
            int rows = rows(execution);
            sum.asked(execution, queries, rows);
            if (rows > 0 && isOutsideTransaction(execution)) {
                sum.addCommit();
            }
        }
    }

    private static int rows(ExecutionInfo execution) {
        if (execution.getResult() instanceof int[] batch) {
            int rows = 0;
            for (int each : batch) {
                rows += Math.max(each, 0);
            }
            return rows;
        }
        return execution.getResult() instanceof Integer rows ? rows : ofExecute(execution);
    }

    private static int ofExecute(ExecutionInfo execution) {
        try {
            return Boolean.FALSE.equals(execution.getResult())
                    ? Math.max(execution.getStatement().getUpdateCount(), 0)
                    : 0;
        } catch (SQLException closed) {
            throw new IllegalStateException(closed);
        }
    }

    static boolean isOutsideTransaction(ExecutionInfo execution) {
        try {
            return execution.getStatement().getConnection().getAutoCommit();
        } catch (SQLException closed) {
            throw new IllegalStateException(closed);
        }
    }

    @Override
    public void beforeMethod(MethodExecutionContext call) {
        // A commit counts when it is done.
    }

    @Override
    public void afterMethod(MethodExecutionContext call) {
        StatementCounts sum = counts.get();
        if (sum != null && call.getTarget() instanceof Connection) {
            sum.ended(
                    call.getConnectionInfo().getConnectionId(), call.getMethod().getName());
        }
    }
}
