package no.tolv.access.oidc;

import java.util.Set;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody the identity provider vouches for, under the id the roster knows; authorities are the roles it confirms. */
class RosterMember extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final String id;

    /** @param confirmed as {@code unit.role} */
    RosterMember(OidcUser vouchedFor, String id, Set<String> confirmed) {
        super(AuthorityUtils.createAuthorityList(confirmed), vouchedFor.getIdToken(), vouchedFor.getUserInfo());
        this.id = id;
    }

    @Override
    public String getName() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RosterMember member && id.equals(member.id) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
