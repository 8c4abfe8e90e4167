package no.tolv.access.door;

import java.util.List;
import java.util.Set;
import no.tolv.engine.AsSystem;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;

/**
 * The caller as the web apps know them. Which of the apps are open is looked up when it is asked; most requests go to the
 * engine and never ask.
 */
class WebAppUser extends UserAuthentication {

    private final transient ProcessEngine engine;

    WebAppUser(ProcessEngine engine, String user, List<String> groups, List<String> units) {
        super(user, engine.getName());
        this.engine = engine;
        setGroupIds(groups);
        setTenantIds(units);
    }

    @Override
    public boolean isAuthorizedForApp(String app) {
        return getAuthorizedApps().contains(app);
    }

    /** The engine's look at it ends with nobody being logged in; here everybody stays who they were. */
    @Override
    public Set<String> getAuthorizedApps() {
        if (authorizedApps == null) {
            setAuthorizedApps(AsSystem.run(
                    engine.getIdentityService(),
                    () -> AuthenticationUtil.createAuthentication(engine, identityId, groupIds, tenantIds)
                            .getAuthorizedApps()));
        }
        return authorizedApps;
    }
}
