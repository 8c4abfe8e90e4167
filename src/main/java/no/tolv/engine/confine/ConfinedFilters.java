package no.tolv.engine.confine;

import java.util.stream.Stream;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.query.Query;

/**
 * Keeps a filter only when its expressions, also in its or-queries, are those three that are allowed, and when it can be
 * asked: one that cannot even be read again would take everybody's lists away.
 */
class ConfinedFilters extends FilterServiceImpl {

    /**
     * @throws ExpressionRefused when it asks for anything else
     * @throws RuntimeException what the engine throws at a question that cannot be asked
     */
    @Override
    public Filter saveFilter(Filter filter) {
        if (!expressions(filter.getQuery()).allMatch(Expressions.IN_FILTERS::contains)) {
            throw new ExpressionRefused();
        }
        commandExecutor.execute(context -> askOnce((FilterEntity) filter, context));
        return super.saveFilter(filter);
    }

    private static Stream<String> expressions(Object query) {
        if (query instanceof TaskQueryImpl tasks) {
            return Stream.concat(
                    tasks.getExpressions().values().stream(),
                    tasks.getQueries().stream()
                            .filter(inner -> inner != tasks)
                            .flatMap(inner -> inner.getExpressions().values().stream()));
        }
        return query instanceof AbstractQuery<?, ?> other ? other.getExpressions().values().stream() : Stream.empty();
    }

    /** A copy, as it will be read: asking writes the values of the expressions into the query. */
    private static Void askOnce(FilterEntity filter, CommandContext context) {
        FilterEntity copy = new FilterEntity(filter.getResourceType());
        copy.setQueryInternal(filter.getQueryInternal());
        if (context.getAuthenticatedUserId() != null) {
            ((Query<?, ?>) copy.getQuery()).listPage(0, 1);
        }
        return null;
    }
}
