package no.tolv.engine.account;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import no.tolv.engine.deployment.StartRefused;
import no.tolv.organisation.Organisation;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;

/**
 * Brings the engine's users, groups and tenants in line with the roster. E-mail addresses stay out of the engine, and
 * whoever has left loses account and memberships.
 */
@Component
class IdentitySync {

    private final IdentityService engine;
    private final Organisation organisation;
    private final Passwords passwords;

    IdentitySync(IdentityService engine, Organisation organisation, Passwords passwords) {
        this.engine = engine;
        this.organisation = organisation;
        this.passwords = passwords;
    }

    /**
     * Does it; doing it again changes nothing.
     *
     * @throws StartRefused outside the demo, when the configuration names no administrator
     */
    void run() {
        Identities wanted = Identities.of(organisation, passwords.administrator());
        SharedHashes hashes = new SharedHashes();
        wanted.users().forEach((id, name) -> bringUser(id, name, hashes));
        removeThoseWhoLeft(wanted);
        wanted.groups().keySet().forEach(this::bringGroup);
        organisation.units().forEach(unit -> bringTenant(unit.id(), unit.name()));
        alignGroups(wanted);
        alignTenants(wanted);
        passwords.announce();
    }

    private void bringUser(String id, String name, SharedHashes hashes) {
        User known = engine.createUserQuery().userId(id).singleResult();
        User user = known == null ? engine.newUser(id) : known;
        int lastSpace = name.lastIndexOf(' ');
        user.setFirstName(name.substring(0, Math.max(0, lastSpace)));
        user.setLastName(name.substring(lastSpace + 1));
        passwords.password(id, known == null).ifPresent(password -> setHash((UserEntity) user, password, hashes));
        engine.saveUser(user);
    }

    private static void setHash(UserEntity user, String password, SharedHashes hashes) {
        user.setDbPassword(hashes.hash(password, user.getPassword()));
        user.setSalt("");
    }

    private void removeThoseWhoLeft(Identities wanted) {
        engine.createUserQuery().list().stream()
                .map(User::getId)
                .filter(id -> !wanted.users().containsKey(id))
                .filter(id -> organisation.staff(id).isPresent())
                .forEach(engine::deleteUser);
    }

    private void bringGroup(String id) {
        if (engine.createGroupQuery().groupId(id).count() == 0) {
            Group group = engine.newGroup(id);
            group.setName(id);
            group.setType("TOLV");
            engine.saveGroup(group);
        }
    }

    private void bringTenant(String id, String name) {
        Tenant known = engine.createTenantQuery().tenantId(id).singleResult();
        Tenant tenant = known == null ? engine.newTenant(id) : known;
        tenant.setName(name);
        engine.saveTenant(tenant);
    }

    private void alignGroups(Identities wanted) {
        for (Group group : engine.createGroupQuery().groupType("TOLV").list()) {
            String id = group.getId();
            align(
                    ids(engine.createUserQuery().memberOfGroup(id)),
                    wanted.groups().getOrDefault(id, Set.of()),
                    user -> engine.createMembership(user, id),
                    user -> engine.deleteMembership(user, id));
        }
    }

    private void alignTenants(Identities wanted) {
        for (Tenant tenant : engine.createTenantQuery().list()) {
            String id = tenant.getId();
            align(
                    ids(engine.createUserQuery().memberOfTenant(id)),
                    wanted.tenants().getOrDefault(id, Set.of()),
                    user -> engine.createTenantUserMembership(id, user),
                    user -> engine.deleteTenantUserMembership(id, user));
        }
    }

    private static Set<String> ids(UserQuery query) {
        return query.list().stream().map(User::getId).collect(toSet());
    }

    private static void align(Set<String> is, Set<String> wanted, Consumer<String> add, Consumer<String> remove) {
        Set<String> missing = new HashSet<>(wanted);
        missing.removeAll(is);
        missing.forEach(add);
        Set<String> superfluous = new HashSet<>(is);
        superfluous.removeAll(wanted);
        superfluous.forEach(remove);
    }
}
