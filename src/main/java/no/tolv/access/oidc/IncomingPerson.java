package no.tolv.access.oidc;

import java.util.Optional;
import no.tolv.engine.account.Accounts;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Staff;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Finds an incoming person in the roster by id. The provider says who it is; what the person may do stands in the roster
 * alone, because the same roster decides who gets which task.
 */
@Component
class IncomingPerson implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String UNKNOWN = "unknown_person";

    private final OidcUserService provider = new OidcUserService();
    private final Organisation organisation;
    private final Accounts accounts;
    private final String domain;

    /** @param domain {@code tolv.oidc.domain}: when ids come as {@code id@domain}, the one domain whose people are ours */
    IncomingPerson(Organisation organisation, Accounts accounts, @Value("${tolv.oidc.domain:}") String domain) {
        this.organisation = organisation;
        this.accounts = accounts;
        this.domain = domain;
        provider.setRetrieveUserInfo(request -> !request.getIdToken().hasClaim(nameClaim(request)));
    }

    /** {@code user-name-attribute}; some providers, Feide among them, tell it only to those who ask once more. */
    private static String nameClaim(OidcUserRequest request) {
        return request.getClientRegistration()
                .getProviderDetails()
                .getUserInfoEndpoint()
                .getUserNameAttributeName();
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser vouchedFor = vouchedFor(request);
        return id(vouchedFor.getName())
                .filter(this::isOurs)
                .map(id -> new RosterMember(vouchedFor, id))
                .orElseThrow(IncomingPerson::unknown);
    }

    /** A person without the claim that should hold the id is as unknown as one with another's. */
    private OidcUser vouchedFor(OidcUserRequest request) {
        try {
            return provider.loadUser(request);
        } catch (IllegalArgumentException noSuchClaim) {
            throw unknown();
        }
    }

    private static OAuth2AuthenticationException unknown() {
        return new OAuth2AuthenticationException(new OAuth2Error(UNKNOWN));
    }

    private Optional<String> id(String name) {
        if (domain.isBlank()) {
            return Optional.of(name);
        }
        return name.endsWith("@" + domain)
                ? Optional.of(name.substring(0, name.length() - domain.length() - 1))
                : Optional.empty();
    }

    private boolean isOurs(String id) {
        return organisation.staff(id).filter(Staff::active).isPresent()
                && accounts.standing(id).isPresent();
    }
}
