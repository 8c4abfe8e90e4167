package no.tolv.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Asks for a task by its assignee and candidates, who may read it and work on it but not hand it on or move its dates.
 * For everything else the engine's grants and revocations hold.
 */
class OwnTaskRights extends AuthorizationManager {

    private static final Set<String> OF_ONES_OWN = Set.of(Permissions.READ.getName(), Permissions.TASK_WORK.getName());

    @Override
    public boolean isAuthorized(String user, List<String> groups, PermissionCheck check) {
        return isOfTask(check) ? isOpen(user, groups, check) : super.isAuthorized(user, groups, check);
    }

    /** Where a task is asked for, what the engine would accept instead of it, a right to the whole diagram, is not enough. */
    @Override
    public boolean isAuthorized(String user, List<String> groups, CompositePermissionCheck check) {
        List<PermissionCheck> ofTask = check.getAllPermissionChecks().stream()
                .filter(OwnTaskRights::isOfTask)
                .toList();
        return ofTask.isEmpty()
                ? super.isAuthorized(user, groups, check)
                : ofTask.stream().anyMatch(one -> isOpen(user, groups, one));
    }

    private static boolean isOfTask(PermissionCheck check) {
        return check.getResource().resourceType() == Resources.TASK.resourceType();
    }

    private boolean isOpen(String user, List<String> groups, PermissionCheck check) {
        return !isAuthorizationEnabled()
                || check.getResourceId() != null
                        && OF_ONES_OWN.contains(check.getPermission().getName())
                        && (isGiven(check.getResourceId(), user) || isOwn(check.getResourceId(), user, groups));
    }

    /** As this command has read it from the database: what it is about to write gives nobody anything yet. */
    private boolean isGiven(String task, String user) {
        TaskEntity read = getDbEntityManager().getCachedEntity(TaskEntity.class, task);
        return read != null
                && read.getAssignee() != null
                && read.getAssignee().equals(user)
                && !getDbEntityManager().isDirty(read);
    }

    private boolean isOwn(String task, String user, List<String> groups) {
        AuthorizationCheck caller = new AuthorizationCheck();
        caller.setAuthUserId(user);
        caller.setAuthGroupIds(groups);
        return getDbEntityManager().selectBoolean("isOwnTask", Map.of("taskId", task, "authCheck", caller));
    }

    /** Oneself, and the groups and units one is in, need no grant; candidates are found by them. */
    @Override
    @SuppressWarnings("rawtypes")
    public void configureQuery(AbstractQuery query, Resource resource) {
        if (!isAuthCheckExecuted()
                || !isOfOneself(query, getCurrentAuthentication().getUserId())) {
            super.configureQuery(query, resource);
        }
    }

    /** Nobody may see others or what they belong to, so that a question for all is one for one's own. */
    private static boolean isOfOneself(Object query, String caller) {
        if (query instanceof UserQueryImpl people) {
            return isOwn(people.getId(), caller, people::userId);
        }
        if (query instanceof GroupQueryImpl groups) {
            return isOwn(groups.getUserId(), caller, groups::groupMember);
        }
        return query instanceof TenantQueryImpl units && isOwn(units.getUserId(), caller, units::userMember);
    }

    private static boolean isOwn(String asked, String caller, Consumer<String> ask) {
        if (asked == null) {
            ask.accept(caller);
        }
        return asked == null || asked.equals(caller);
    }

    /** A task has no rows to be deleted with it: none is made, and those an older Tolv made go when this one starts. */
    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String id) {
        if (resource.resourceType() != Resources.TASK.resourceType()) {
            super.deleteAuthorizationsByResourceId(resource, id);
        }
    }

    /**
     * All of them. The engine would first read every group that any row names, to leave the caller's others out; a
     * caller has few, and as candidates they need no row.
     */
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? new ArrayList<>() : new ArrayList<>(groups);
    }
}
