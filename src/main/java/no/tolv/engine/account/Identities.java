package no.tolv.engine.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Role;
import no.tolv.organisation.Unit;

/**
 * Who the engine should know, worked out from the organisation.
 *
 * @param users display names by user id
 * @param groups members by group id, with a group for every role-wide grant even when it is empty
 * @param tenants members by unit id
 */
record Identities(Map<String, String> users, Map<String, Set<String>> groups, Map<String, Set<String>> tenants) {

    private static final Set<Role> MUNICIPAL = Set.of(
            Role.OWNER,
            Role.OWNER_ADVISER,
            Role.ASSISTANCE_TEAM,
            Role.PSYCHOLOGICAL_SERVICE,
            Role.PRIVACY_OFFICER,
            Role.MONITOR);

    /** @param administrator an administrator who does not stand in the roster */
    static Identities of(Organisation organisation, Optional<String> administrator) {
        Identities all = new Identities(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        organisation.staff().forEach(person -> all.users.put(person.id(), person.name()));
        List.of(Role.values()).forEach(role -> all.groups.put(Groups.everywhere(role), new TreeSet<>()));
        Map<String, Map<Role, Set<String>>> holders = organisation.holders();
        holders.forEach(all::addGroups);
        organisation.units().forEach(unit -> all.addTenant(unit, holders));
        administrator.ifPresent(all::addAdministrator);
        return all;
    }

    private void addGroups(String unit, Map<Role, Set<String>> holders) {
        holders.forEach((role, members) -> {
            groups.computeIfAbsent(Groups.of(unit, role), group -> new TreeSet<>())
                    .addAll(members);
            groups.get(Groups.everywhere(role)).addAll(members);
        });
    }

    private void addTenant(Unit unit, Map<String, Map<Role, Set<String>>> holders) {
        Set<String> members = new HashSet<>(members(holders, unit.id(), List.of(Role.values())));
        members.addAll(members(holders, unit.owner(), MUNICIPAL));
        tenants.put(unit.id(), members);
    }

    private static Set<String> members(
            Map<String, Map<Role, Set<String>>> holders, String unit, Collection<Role> roles) {
        Map<Role, Set<String>> byRole = new HashMap<>(holders.getOrDefault(unit, Map.of()));
        byRole.keySet().retainAll(roles);
        Set<String> members = new HashSet<>();
        byRole.values().forEach(members::addAll);
        return members;
    }

    private void addAdministrator(String id) {
        users.putIfAbsent(id, "Administrator");
        groups.get(Groups.everywhere(Role.PROCESS_ADMIN)).add(id);
    }
}
