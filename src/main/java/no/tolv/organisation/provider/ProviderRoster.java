package no.tolv.organisation.provider;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks up in the roster what an identity provider tells of somebody. A role is written {@code unit.role}. The roster
 * alone gives a role; a provider can only confirm it or fail to.
 */
@Component
public class ProviderRoster {

    private final JdbcClient jdbc;
    private final IdentityProviders providers;

    public ProviderRoster(JdbcClient jdbc, IdentityProviders providers) {
        this.jdbc = jdbc;
        this.providers = providers;
    }

    /** The staff id of whoever the provider calls so, by the column {@code login} of staff.csv. */
    public Optional<String> staff(String provider, String externalId) {
        return providers.hasKey()
                ? jdbc.sql("select staff_id from staff_login where provider = ? and mark = ?")
                        .params(provider, providers.mark(provider, externalId))
                        .query(String.class)
                        .optional()
                : Optional.empty();
    }

    /** The roles the provider must confirm, by groups.csv; empty when it is not asked. */
    public Set<String> asked(String provider) {
        return jdbc.sql("select distinct concat(unit_id, '.', role_id) from provider_group where provider = ?")
                .param(provider)
                .query(String.class)
                .set();
    }

    /** The roles that these groups at the provider confirm; a group that groups.csv does not name confirms none. */
    public Set<String> confirmed(String provider, Collection<String> groups) {
        return groups.isEmpty()
                ? Set.of()
                : jdbc.sql("select distinct concat(unit_id, '.', role_id) from provider_group"
                                + " where provider = :provider and group_name in (:groups)")
                        .param("provider", provider)
                        .param("groups", groups)
                        .query(String.class)
                        .set();
    }

    /** Those of the roles held that the provider should have confirmed and has not. */
    public Set<String> unconfirmed(String provider, Collection<String> held, Collection<String> confirmed) {
        Set<String> open = new HashSet<>(asked(provider));
        open.retainAll(held);
        open.removeAll(confirmed);
        return open;
    }
}
