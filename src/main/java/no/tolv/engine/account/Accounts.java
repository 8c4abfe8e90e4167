package no.tolv.engine.account;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.impl.util.EncryptionUtil.saltPassword;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import no.tolv.engine.guard.Argon2Hash;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;

/** Asks the engine's tables, each time, whether an account exists, what it is good for and whether a password is its own. */
@Component
public class Accounts {

    private static final Set<String> APPS = Set.of("cockpit", "tasklist", "admin");

    private final IdentityService engine;
    private final AuthorizationService grants;
    private final CommandExecutor together;
    private final PasswordManager passwords;
    private final CompletableFuture<String> nobodys;

    Accounts(ProcessEngine engine) {
        this.engine = engine.getIdentityService();
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.grants = engine.getAuthorizationService();
        this.together = configuration.getCommandExecutorTxRequired();
        this.passwords = configuration.getPasswordManager();
        // Slow on purpose, and not needed before somebody logs in.
        this.nobodys = CompletableFuture.supplyAsync(
                () -> passwords.encrypt(UUID.randomUUID().toString()));
    }

    /** Empty when there is no such account, or no longer. Asked with each request, so in one transaction. */
    public Optional<Standing> standing(String user) {
        return together.execute(transaction -> find(user)
                .map(known ->
                        new Standing(known.getId(), groupsOf(known.getId()), unitsOf(known.getId()), mark(known))));
    }

    /** Those of the engine's web apps that somebody in these groups may open, besides the page that leads to them. */
    public Set<String> apps(String user, List<String> groups) {
        return together.execute(transaction -> APPS.stream()
                .filter(app -> grants.isUserAuthorized(user, groups, ACCESS, APPLICATION, app))
                .collect(Collectors.toSet()));
    }

    /** Takes as long for somebody who does not exist. Unlike the engine's own check it never locks an account. */
    public boolean matches(String user, String password) {
        Optional<UserEntity> known = find(user).filter(account -> account.getPassword() != null);
        boolean right = known.map(
                        account -> passwords.check(saltPassword(password, account.getSalt()), account.getPassword()))
                .orElse(false);
        if (known.isEmpty() || isOld(known.get())) {
            passwords.check(password, nobodys.join());
        }
        known.filter(account -> right && isOld(account)).ifPresent(account -> renew(account, password));
        return right;
    }

    private Optional<UserEntity> find(String user) {
        return user.isBlank()
                ? Optional.empty()
                : Optional.ofNullable(
                        (UserEntity) engine.createUserQuery().userId(user).singleResult());
    }

    private TreeSet<String> groupsOf(String user) {
        TreeSet<String> groups = new TreeSet<>();
        engine.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .forEach(groups::add);
        return groups;
    }

    /** Our groups have no units: with them the engine would read everybody's memberships. */
    private List<String> unitsOf(String user) {
        return engine.createTenantQuery().userMember(user).list().stream()
                .map(Tenant::getId)
                .toList();
    }

    private static String mark(UserEntity account) {
        String hash = String.valueOf(account.getPassword());
        return UUID.nameUUIDFromBytes(hash.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static boolean isOld(UserEntity account) {
        return !account.getPassword().startsWith(Argon2Hash.PREFIX);
    }

    private void renew(UserEntity account, String password) {
        account.setPassword(password);
        engine.saveUser(account);
    }
}
