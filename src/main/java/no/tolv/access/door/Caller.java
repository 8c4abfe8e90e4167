package no.tolv.access.door;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who has come through our door, as the engine is to know them.
 *
 * @param groups those the door has just looked up
 * @param units the engine's tenants
 */
record Caller(String user, List<String> groups, List<String> units) {

    /** Empty when nobody is logged in. */
    static Optional<Caller> now(IdentityService identity) {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user == null || user instanceof AnonymousAuthenticationToken
                ? Optional.empty()
                : Optional.of(new Caller(user.getName(), groups(user), units(identity, user.getName())));
    }

    private static List<String> groups(Authentication user) {
        return user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }

    /** Our groups have no units: with them the engine would read everybody's memberships. */
    private static List<String> units(IdentityService identity, String user) {
        return identity.createTenantQuery().userMember(user).list().stream()
                .map(Tenant::getId)
                .toList();
    }
}
