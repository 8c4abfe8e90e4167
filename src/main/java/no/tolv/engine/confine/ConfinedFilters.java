package no.tolv.engine.confine;

import java.util.stream.Stream;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;

/** Keeps a filter only when its expressions, also in its or-queries, are those three that are allowed. */
class ConfinedFilters extends FilterServiceImpl {

    /** @throws ExpressionRefused when it asks for anything else */
    @Override
    public Filter saveFilter(Filter filter) {
        if (!expressions(filter.getQuery()).allMatch(Expressions.IN_FILTERS::contains)) {
            throw new ExpressionRefused();
        }
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
}
