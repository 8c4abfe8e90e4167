package no.tolv.access.session;

import java.util.List;
import java.util.Map;
import no.tolv.engine.account.Standing;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * From what the session keeps to what Spring Security works with, and back; authorities are group ids, and the details
 * are what the account is good for.
 */
final class Authentications {

    private Authentications() {}

    static Authentication withPassword(Standing now) {
        return as(now, UsernamePasswordAuthenticationToken.authenticated(now.user(), null, groups(now)));
    }

    static Authentication fromProvider(String provider, String idToken, Standing now) {
        Map<String, Object> claims = Map.of(IdTokenClaimNames.SUB, now.user());
        OidcUser user = new DefaultOidcUser(groups(now), new OidcIdToken(idToken, null, null, claims));
        return as(now, new OAuth2AuthenticationToken(user, groups(now), provider));
    }

    private static Authentication as(Standing now, AbstractAuthenticationToken login) {
        login.setDetails(now);
        return login;
    }

    private static List<GrantedAuthority> groups(Standing now) {
        return AuthorityUtils.createAuthorityList(now.groups());
    }

    /** At login: the roles the identity provider confirms. */
    static String confirmed(Authentication login) {
        return login.getPrincipal() instanceof OidcUser user
                ? String.join(" ", AuthorityUtils.authorityListToSet(user.getAuthorities()))
                : null;
    }

    static String provider(Authentication login) {
        return login instanceof OAuth2AuthenticationToken token ? token.getAuthorizedClientRegistrationId() : null;
    }

    static String idToken(Authentication login) {
        return login.getPrincipal() instanceof OidcUser user ? user.getIdToken().getTokenValue() : null;
    }
}
