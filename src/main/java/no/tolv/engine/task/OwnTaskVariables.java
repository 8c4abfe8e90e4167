package no.tolv.engine.task;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import java.util.List;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.runtime.VariableInstance;

/**
 * Finds variables by instance for those who may see instances, as the engine does, and for everybody else only those
 * that lie with their own tasks: the case number on a task's card.
 */
class OwnTaskVariables extends InstanceVariables {

    @Override
    @SuppressWarnings("unchecked")
    public List<VariableInstance> findVariableInstanceByQueryCriteria(VariableInstanceQueryImpl query, Page page) {
        return isLimited(query)
                ? getDbEntityManager().selectList("selectOwnTaskVariables", query, page)
                : super.findVariableInstanceByQueryCriteria(query, page);
    }

    @Override
    public long findVariableInstanceCountByQueryCriteria(VariableInstanceQueryImpl query) {
        return isLimited(query)
                ? (Long) getDbEntityManager().selectOne("selectOwnTaskVariableCount", query)
                : super.findVariableInstanceCountByQueryCriteria(query);
    }

    private boolean isLimited(VariableInstanceQueryImpl query) {
        getAuthorizationManager().configureQuery(query);
        getTenantManager().configureQuery(query);
        return query.getAuthCheck().isAuthorizationCheckEnabled()
                && !getAuthorizationManager().isAuthorized(READ_INSTANCE, PROCESS_DEFINITION, ANY);
    }
}
