package no.tolv.access.session;

import java.util.List;
import java.util.Map;
import no.tolv.engine.account.Standing;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** From what the session keeps to what Spring Security works with, and back; authorities are group ids. */
final class Authentications {

    private Authentications() {}

    static Authentication of(Login login, Standing now) {
        List<GrantedAuthority> groups = AuthorityUtils.createAuthorityList(now.groups());
        return login.provider() == null
                ? UsernamePasswordAuthenticationToken.authenticated(now.user(), null, groups)
                : new OAuth2AuthenticationToken(fromProvider(login, groups), groups, login.provider());
    }

    private static OidcUser fromProvider(Login login, List<GrantedAuthority> groups) {
        Map<String, Object> claims = Map.of(IdTokenClaimNames.SUB, login.user());
        return new DefaultOidcUser(groups, new OidcIdToken(login.idToken(), null, null, claims));
    }

    static String provider(Authentication login) {
        return login instanceof OAuth2AuthenticationToken token ? token.getAuthorizedClientRegistrationId() : null;
    }

    static String idToken(Authentication login) {
        return login.getPrincipal() instanceof OidcUser user ? user.getIdToken().getTokenValue() : null;
    }
}
