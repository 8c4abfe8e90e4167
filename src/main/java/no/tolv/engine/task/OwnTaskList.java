package no.tolv.engine.task;

import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/** Finds and counts, for somebody who is logged in, only among their own tasks; for the engine itself among all. */
class OwnTaskList extends TaskManager {

    @Override
    @SuppressWarnings("unchecked")
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        return isLimited(query)
                ? getDbEntityManager().selectList("selectOwnTasks", query)
                : super.findTasksByQueryCriteria(query);
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        return isLimited(query)
                ? (Long) getDbEntityManager().selectOne("selectOwnTaskCount", query)
                : super.findTaskCountByQueryCriteria(query);
    }

    /** None: nobody can make a task below another, and the engine would read all tasks there are to find that out. */
    @Override
    public List<Task> findTasksByParentTaskId(String parent) {
        return List.of();
    }

    private boolean isLimited(TaskQueryImpl query) {
        getAuthorizationManager().configureQuery(query);
        getTenantManager().configureQuery(query);
        return query.getAuthCheck().isAuthorizationCheckEnabled();
    }
}
