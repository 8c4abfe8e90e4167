package no.tolv.engine.account;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.List;
import no.tolv.organisation.Role;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/** What everybody in a role may do with one resource, at every unit; tenants narrow it to their own. */
record Grant(String group, Resource resource, String id, List<Permission> permissions) {

    static Grant of(Role role, Resource resource, String id, Permission... permissions) {
        return new Grant(Groups.everywhere(role), resource, id, List.of(permissions));
    }

    static Grant ofAny(Role role, Resource resource, Permission... permissions) {
        return of(role, resource, ANY, permissions);
    }
}
