package no.tolv.access.oidc;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import no.tolv.organisation.provider.ProviderRoster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * With a {@code groups.csv}, the provider must confirm the roles that the roster gives and the file names. A claim never
 * gives a role: whoever is given tasks, notices and mails while away is the one the roster names.
 */
@Component
class ConfirmedRoles {

    static final String UNCONFIRMED = "ubekreftet";

    private static final Logger LOG = LoggerFactory.getLogger(ConfirmedRoles.class);

    private final ProviderRoster roster;
    private final String claim;

    /** @param claim {@code tolv.oidc.groups-claim}, a text or a list of them */
    ConfirmedRoles(ProviderRoster roster, @Value("${tolv.oidc.groups-claim:groups}") String claim) {
        this.roster = roster;
        this.claim = claim;
    }

    String claim() {
        return claim;
    }

    /** Whether the provider is asked to confirm any role. */
    boolean areAskedOf(String provider) {
        return !roster.asked(provider).isEmpty();
    }

    /**
     * The roles, as {@code unit.role}, that the provider confirms.
     *
     * @param held group ids of the account
     * @throws OAuth2AuthenticationException when one that is held should have been confirmed and is not
     */
    Set<String> of(String provider, OidcUser person, Set<String> held) {
        List<String> groups = groups(person.getClaims().get(claim));
        Set<String> confirmed = roster.confirmed(provider, groups);
        Set<String> open = roster.unconfirmed(provider, held, confirmed);
        if (!open.isEmpty()) {
            LOG.warn(
                    "A login through «{}» was refused: {} not confirmed. Its claim «{}» held {} groups that confirm {}.",
                    provider,
                    open,
                    claim,
                    groups.size(),
                    confirmed);
            throw new OAuth2AuthenticationException(new OAuth2Error(UNCONFIRMED));
        }
        return confirmed;
    }

    private static List<String> groups(Object claim) {
        if (claim instanceof String one) {
            return List.of(one);
        }
        return claim instanceof Collection<?> many
                ? many.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
