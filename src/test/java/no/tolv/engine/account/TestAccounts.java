package no.tolv.engine.account;

import no.tolv.engine.role.TestEngine;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;

/** Accounts in an engine that the tests of a JVM share, and empty again. */
public final class TestAccounts {

    private static final ProcessEngine ENGINE = new TestEngine().engine;

    public final ProcessEngine engine = ENGINE;
    public final IdentityService identity = ENGINE.getIdentityService();
    public final Accounts accounts = new Accounts(ENGINE);

    /** Makes an account with a password, in groups that may be new, in the place of one of that id. */
    public void add(String id, String password, String... groups) {
        identity.deleteUser(id);
        identity.saveUser(identity.newUser(id));
        setPassword(id, password);
        for (String group : groups) {
            join(id, group);
        }
    }

    public void join(String id, String group) {
        if (identity.createGroupQuery().groupId(group).count() == 0) {
            identity.saveGroup(identity.newGroup(group));
        }
        identity.createMembership(id, group);
    }

    /** Makes somebody work at a unit, which may be new. */
    public void place(String user, String unit) {
        if (identity.createTenantQuery().tenantId(unit).count() == 0) {
            identity.saveTenant(identity.newTenant(unit));
        }
        identity.createTenantUserMembership(unit, user);
    }

    public void setPassword(String id, String password) {
        User user = identity.createUserQuery().userId(id).singleResult();
        user.setPassword(password);
        identity.saveUser(user);
    }
}
