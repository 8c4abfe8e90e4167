package no.tolv.engine.account;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.tolv.organisation.Role;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * Few grants to the role-wide groups, none per unit or case. They open applications and definitions; a task opens by
 * being a candidate of it, and a case only together with the unit's tenant (design principle 5).
 */
@Component
class Authorizations {

    private static final List<String> STARTED_IN_TASKLIST = List.of("activityDuty", "caseEvent");

    private final AuthorizationService engine;

    Authorizations(AuthorizationService engine) {
        this.engine = engine;
    }

    /** Makes the role-wide groups hold exactly the grants there should be; doing it again changes nothing. */
    void align() {
        List<Grant> wanted = wanted();
        Arrays.stream(Role.values()).forEach(role -> removeOthers(Groups.everywhere(role), wanted));
        wanted.forEach(this::bring);
    }

    private static List<Grant> wanted() {
        List<Grant> wanted = new ArrayList<>();
        addEmployees(wanted);
        InstanceReaders.ROLES.forEach(role -> addManager(wanted, role));
        addMonitor(wanted);
        addProcessAdmin(wanted);
        return wanted;
    }

    private static void addEmployees(List<Grant> wanted) {
        wanted.add(Grant.of(Role.EMPLOYEE, Resources.APPLICATION, "tasklist", ACCESS));
        wanted.add(Grant.ofAny(Role.EMPLOYEE, Resources.PROCESS_INSTANCE, CREATE));
        wanted.add(Grant.ofAny(Role.EMPLOYEE, Resources.FILTER, READ));
        STARTED_IN_TASKLIST.forEach(process ->
                wanted.add(Grant.of(Role.EMPLOYEE, Resources.PROCESS_DEFINITION, process, READ, CREATE_INSTANCE)));
    }

    private static void addManager(List<Grant> wanted, Role role) {
        wanted.add(Grant.of(role, Resources.APPLICATION, "cockpit", ACCESS));
        wanted.add(Grant.ofAny(role, Resources.PROCESS_DEFINITION, READ, READ_INSTANCE));
    }

    /** No instances: a case number names the school, and so few run at each that their count tells too much. */
    private static void addMonitor(List<Grant> wanted) {
        wanted.add(Grant.of(Role.MONITOR, Resources.APPLICATION, "cockpit", ACCESS));
        wanted.add(Grant.ofAny(Role.MONITOR, Resources.PROCESS_DEFINITION, READ));
    }

    private static void addProcessAdmin(List<Grant> wanted) {
        wanted.add(Grant.of(Role.PROCESS_ADMIN, Resources.APPLICATION, "cockpit", ACCESS));
        wanted.add(Grant.ofAny(Role.PROCESS_ADMIN, Resources.DEPLOYMENT, ALL));
        wanted.add(Grant.ofAny(Role.PROCESS_ADMIN, Resources.FILTER, ALL));
        wanted.add(Grant.ofAny(Role.PROCESS_ADMIN, Resources.PROCESS_DEFINITION, READ));
        wanted.add(Grant.ofAny(Role.PROCESS_ADMIN, Resources.DECISION_DEFINITION, READ));
        wanted.add(Grant.ofAny(Role.PROCESS_ADMIN, Resources.DECISION_REQUIREMENTS_DEFINITION, READ));
    }

    /** What somebody has granted by hand beside ours. */
    private void removeOthers(String group, List<Grant> wanted) {
        engine.createAuthorizationQuery().groupIdIn(group).list().stream()
                .filter(there -> wanted.stream().noneMatch(grant -> isFor(there, grant)))
                .forEach(there -> engine.deleteAuthorization(there.getId()));
    }

    private static boolean isFor(Authorization there, Grant grant) {
        return there.getAuthorizationType() == AUTH_TYPE_GRANT
                && grant.group().equals(there.getGroupId())
                && grant.resource().resourceType() == there.getResourceType()
                && grant.id().equals(there.getResourceId());
    }

    private void bring(Grant grant) {
        Authorization authorization = engine.createAuthorizationQuery().groupIdIn(grant.group()).list().stream()
                .filter(there -> isFor(there, grant))
                .findFirst()
                .orElseGet(() -> newFor(grant));
        authorization.setPermissions(grant.permissions().toArray(new Permission[0]));
        engine.saveAuthorization(authorization);
    }

    private Authorization newFor(Grant grant) {
        Authorization authorization = engine.createNewAuthorization(AUTH_TYPE_GRANT);
        authorization.setGroupId(grant.group());
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.id());
        return authorization;
    }
}
