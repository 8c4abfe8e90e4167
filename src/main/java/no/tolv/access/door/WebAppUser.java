package no.tolv.access.door;

import static java.util.stream.Collectors.toSet;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil.APPS;
import static org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil.APP_WELCOME;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.tolv.engine.AsSystem;
import org.camunda.bpm.engine.ProcessEngine;
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
        return APP_WELCOME.equals(app)
                || AsSystem.run(
                        engine.getIdentityService(),
                        () -> engine.getAuthorizationService()
                                .isUserAuthorized(identityId, groupIds, ACCESS, APPLICATION, app));
    }

    @Override
    public Set<String> getAuthorizedApps() {
        return Stream.concat(Stream.of(APP_WELCOME), Arrays.stream(APPS))
                .filter(this::isAuthorizedForApp)
                .collect(toSet());
    }
}
