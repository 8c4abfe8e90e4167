package no.tolv.benchmark;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Stands before the database and counts, while told to, what requests over HTTP ask of it and how much they fetch. */
public class AnsweredStatements implements BeanPostProcessor, QueryExecutionListener, MethodExecutionListener {

    private final List<String> statements = new ArrayList<>();
    private final Map<Object, Integer> rows = new IdentityHashMap<>();
    private boolean counting;

    /** @param mostRows the rows fetched by the one statement that fetched most */
    public record Counts(List<String> statements, int mostRows) {}

    /** What the requests asked that were answered meanwhile. */
    public synchronized Counts stop() {
        counting = false;
        return new Counts(
                List.copyOf(statements),
                rows.values().stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    public synchronized void start() {
        statements.clear();
        rows.clear();
        counting = true;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database
                ? ProxyDataSourceBuilder.create(database)
                        .proxyResultSet()
                        .listener(this)
                        .methodListener(this)
                        .build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // What it fetched is known after it.
    }

    @Override
    public synchronized void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (counting && isRequest()) {
            queries.forEach(query -> statements.add(query.getQuery()));
        }
    }

    @Override
    public void beforeMethod(MethodExecutionContext call) {
        // A row counts when it is there.
    }

    @Override
    public synchronized void afterMethod(MethodExecutionContext call) {
        if (counting
                && isRequest()
                && call.getTarget() instanceof ResultSet
                && call.getMethod().getName().equals("next")
                && Boolean.TRUE.equals(call.getResult())) {
            rows.merge(call.getTarget(), 1, Integer::sum);
        }
    }

    /** Timers and watchers of the server's own ask when it suits them. */
    private static boolean isRequest() {
        return Thread.currentThread().getName().contains("-exec-");
    }
}
