package no.tolv.engine.hidden;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.tolv.engine.AsSystem;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The rows that take an instance from somebody. The engine asks for the instance before the definition, so that a
 * revocation on the one goes before the grant on the other in reads, lists and counts alike; it deletes them itself when
 * the instance ends.
 */
@Component
class Revocations {

    private final AuthorizationService authorizations;
    private final IdentityService identity;

    Revocations(@Lazy AuthorizationService authorizations, @Lazy IdentityService identity) {
        this.authorizations = authorizations;
        this.identity = identity;
    }

    /** Makes the instance hidden from exactly these people. */
    void align(String instance, Set<String> barred) {
        AsSystem.run(identity, () -> {
            List<Authorization> there = all().resourceId(instance).list();
            there.stream().filter(row -> !barred.contains(row.getUserId())).forEach(this::remove);
            Set<String> known = Stream.concat(there.stream(), notYetWritten(instance))
                    .map(Authorization::getUserId)
                    .collect(toSet());
            barred.stream().filter(person -> !known.contains(person)).forEach(person -> add(instance, person));
            return null;
        });
    }

    /** Instances hidden from anybody. */
    Set<String> instances() {
        return AsSystem.run(
                identity,
                () -> all().list().stream().map(Authorization::getResourceId).collect(toSet()));
    }

    /** What the engine's current step has added: it writes at its end, and a query does not see it before. */
    private static Stream<Authorization> notYetWritten(String instance) {
        CommandContext step = Context.getCommandContext();
        return step == null
                ? Stream.of()
                : step.getDbEntityManager().getCachedEntitiesByType(AuthorizationEntity.class).stream()
                        .filter(row -> row.getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE)
                        .filter(row -> instance.equals(row.getResourceId()))
                        .map(Authorization.class::cast);
    }

    private AuthorizationQuery all() {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_REVOKE)
                .resourceType(Resources.PROCESS_INSTANCE);
    }

    private void remove(Authorization row) {
        authorizations.deleteAuthorization(row.getId());
    }

    private void add(String instance, String person) {
        Authorization row = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        row.setUserId(person);
        row.setResource(Resources.PROCESS_INSTANCE);
        row.setResourceId(instance);
        row.removePermission(Permissions.ALL);
        authorizations.saveAuthorization(row);
    }
}
