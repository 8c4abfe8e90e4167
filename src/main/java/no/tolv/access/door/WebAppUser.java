package no.tolv.access.door;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.tolv.engine.account.Accounts;
import no.tolv.engine.account.Standing;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;

/** The caller as the web apps know them; which of the apps are open is looked up when it is asked. */
class WebAppUser extends UserAuthentication {

    /** What the engine's addresses call the only engine there is. */
    private static final String ENGINE = "default";

    private final transient Accounts accounts;

    WebAppUser(Accounts accounts, Standing caller) {
        super(caller.user(), ENGINE);
        this.accounts = accounts;
        setGroupIds(List.copyOf(caller.groups()));
        setTenantIds(caller.units());
    }

    @Override
    public boolean isAuthorizedForApp(String app) {
        return getAuthorizedApps().contains(app);
    }

    @Override
    public Set<String> getAuthorizedApps() {
        if (authorizedApps == null) {
            Set<String> apps = new HashSet<>(accounts.apps(identityId, groupIds));
            apps.add(AuthenticationUtil.APP_WELCOME);
            setAuthorizedApps(apps);
        }
        return authorizedApps;
    }
}
