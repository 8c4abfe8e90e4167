package no.tolv.access.oidc;

import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody the identity provider vouches for, under the id the roster knows. */
class RosterMember extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final String id;

    RosterMember(OidcUser vouchedFor, String id) {
        super(vouchedFor.getAuthorities(), vouchedFor.getIdToken(), vouchedFor.getUserInfo());
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
