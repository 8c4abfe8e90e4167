package no.tolv.engine.account;

import no.tolv.engine.role.TestEngine;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;

/** Accounts in an engine of their own. */
public final class TestAccounts implements AutoCloseable {

    private final ProcessEngine engine = new TestEngine().engine;
    public final IdentityService identity = engine.getIdentityService();
    public final Accounts accounts = new Accounts(engine);

    /** Makes an account with a password, in groups that may be new. */
    public void add(String id, String password, String... groups) {
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

    public void setPassword(String id, String password) {
        User user = identity.createUserQuery().userId(id).singleResult();
        user.setPassword(password);
        identity.saveUser(user);
    }

    @Override
    public void close() {
        engine.close();
    }
}
