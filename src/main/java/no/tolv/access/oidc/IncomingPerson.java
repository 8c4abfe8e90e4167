package no.tolv.access.oidc;

import java.util.Optional;
import java.util.Set;
import no.tolv.engine.account.Accounts;
import no.tolv.engine.account.Standing;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Staff;
import no.tolv.organisation.provider.ProviderRoster;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Finds an incoming person in the roster, by what the provider calls her or by id. The provider says who it is; what the
 * person may do stands in the roster alone, because the same roster decides who gets which task.
 */
@Component
class IncomingPerson implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String UNKNOWN = "ukjent";

    private final OidcUserService provider = new OidcUserService();
    private final Organisation organisation;
    private final Accounts accounts;
    private final ProviderRoster roster;
    private final ConfirmedRoles roles;
    private final Assurance assurance;
    private final String domain;

    /** @param domain {@code tolv.oidc.domain}: when ids come as {@code id@domain}, the one domain whose people are ours */
    IncomingPerson(
            Organisation organisation,
            Accounts accounts,
            ProviderRoster roster,
            ConfirmedRoles roles,
            Assurance assurance,
            @Value("${tolv.oidc.domain:}") String domain) {
        this.organisation = organisation;
        this.accounts = accounts;
        this.roster = roster;
        this.roles = roles;
        this.assurance = assurance;
        this.domain = domain;
        provider.setRetrieveUserInfo(this::doesTokenLackSomething);
    }

    /** Some providers, Feide among them, tell a name only to those who ask once more. */
    private boolean doesTokenLackSomething(OidcUserRequest request) {
        return !request.getIdToken().hasClaim(nameClaim(request))
                || !request.getIdToken().hasClaim(roles.claim()) && roles.areAskedOf(registration(request));
    }

    private static String registration(OidcUserRequest request) {
        return request.getClientRegistration().getRegistrationId();
    }

    /** {@code user-name-attribute}. */
    private static String nameClaim(OidcUserRequest request) {
        return request.getClientRegistration()
                .getProviderDetails()
                .getUserInfoEndpoint()
                .getUserNameAttributeName();
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        assurance.require(request);
        OidcUser vouchedFor = vouchedFor(request);
        Standing ours = id(registration(request), vouchedFor.getName())
                .flatMap(this::ours)
                .orElseThrow(IncomingPerson::unknown);
        Set<String> confirmed = roles.of(registration(request), vouchedFor, ours.groups());
        return new RosterMember(vouchedFor, ours.user(), confirmed);
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

    private Optional<String> id(String provider, String name) {
        return roster.staff(provider, name).or(() -> withoutDomain(name));
    }

    private Optional<String> withoutDomain(String name) {
        if (domain.isBlank()) {
            return Optional.of(name);
        }
        return name.endsWith("@" + domain)
                ? Optional.of(name.substring(0, name.length() - domain.length() - 1))
                : Optional.empty();
    }

    private Optional<Standing> ours(String id) {
        return organisation.staff(id).filter(Staff::active).flatMap(known -> accounts.standing(id));
    }
}
