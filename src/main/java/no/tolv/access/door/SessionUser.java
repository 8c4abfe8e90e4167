package no.tolv.access.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/** Tells the web apps who has come through our door. */
public class SessionUser implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        return Caller.now(engine.getIdentityService())
                .map(SessionUser::known)
                .orElseGet(AuthenticationResult::unsuccessful);
    }

    private static AuthenticationResult known(Caller caller) {
        AuthenticationResult known = AuthenticationResult.successful(caller.user());
        known.setGroups(caller.groups());
        known.setTenants(caller.units());
        return known;
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // the door in front of the web apps has already answered
    }
}
