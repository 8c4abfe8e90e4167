package no.tolv.engine.account;

import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * What the engine grants by itself: as usual, but a task, person, group or unit brings no grant, whoever gets it. What is
 * one's own needs none, and each page of Cockpit reads through all the grants there are.
 */
public class FewGrants extends DefaultAuthorizationProvider {

    private static final AuthorizationEntity[] NONE = {};

    @Override
    public AuthorizationEntity[] newUser(User user) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newGroup(Group group) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] tenantMembershipCreated(Tenant unit, User user) {
        return NONE;
    }

    @Override
    protected AuthorizationEntity[] createOrUpdateAuthorizations(Task task, String group, String user) {
        return NONE;
    }
}
