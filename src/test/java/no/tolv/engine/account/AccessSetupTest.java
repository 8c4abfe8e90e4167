package no.tolv.engine.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import no.tolv.engine.deployment.StartRefused;
import no.tolv.engine.role.TestEngine;
import no.tolv.engine.task.FormerGrants;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("Hver får se og gjøre sitt")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessSetupTest {

    private final TestEngine test = new TestEngine();
    private final IdentityService identities = test.engine.getIdentityService();

    @BeforeAll
    void start() {
        test.deploy("contactTeacher", null);
        setUpAccess("hemmelig-nok");
    }

    @AfterAll
    void close() {
        test.close();
    }

    @Test
    @DisplayName("Brukere, grupper og enheter kommer fra listen, uten e-postadresser")
    void identitiesFollowTheRoster() {
        User user =
                identities.createUserQuery().userId("midtstuen-contact-teacher").singleResult();

        assertThat(user.getEmail()).isNull();
        assertThat(user.getFirstName() + " " + user.getLastName())
                .isEqualTo(test.organisation.staff(user.getId()).orElseThrow().name());
        assertThat(groupsOf(user.getId()))
                .containsOnly("midtstuen.employee", "midtstuen.contactTeacher", "all.employee", "all.contactTeacher");
        assertThat(tenantsOf(user.getId())).containsOnly("midtstuen");
        assertThat(identities.checkPassword(user.getId(), "hemmelig-nok")).isTrue();
    }

    @Test
    @DisplayName("Kommunens folk hører til alle kommunens enheter, og administratoren til ingen")
    void tenants() {
        assertThat(tenantsOf("oslo-owner")).containsOnly("oslo", "trosterud", "midtstuen");
        assertThat(tenantsOf("oppdal-monitor")).containsOnly("oppdal", "aune", "pikhaugen");
        assertThat(tenantsOf("admin")).isEmpty();
        assertThat(groupsOf("admin")).containsOnly("all.processAdmin");
        assertThat(identities.createGroupQuery().groupId("camunda-admin").count())
                .isZero();
    }

    @Test
    @DisplayName("En lærer ser ikke den andre skolens oppgave, verken i listen eller med id")
    void otherSchoolsTask() {
        String task = test.start("midtstuen", null);

        test.as("midtstuen-contact-teacher", () -> {
            assertThat(task(task)).isNotNull();
            assertThat(test.engine.getTaskService().createTaskQuery().list())
                    .extracting(Task::getId)
                    .contains(task);
        });
        for (String other : List.of("trosterud-contact-teacher", "hagen-principal", "bergen-owner", "admin")) {
            test.as(other, () -> {
                assertThat(task(task)).isNull();
                assertThat(test.engine.getTaskService().createTaskQuery().count())
                        .isZero();
                assertThat(test.engine
                                .getRuntimeService()
                                .createProcessInstanceQuery()
                                .count())
                        .isZero();
                assertThatThrownBy(() -> test.engine.getTaskService().complete(task))
                        .isInstanceOf(ProcessEngineException.class);
                assertThatThrownBy(() -> test.engine.getTaskService().getVariables(task))
                        .isInstanceOf(ProcessEngineException.class);
            });
        }
    }

    @Test
    @DisplayName("En kollega uten rollen ser ikke oppgaven, og rektor ser saken uten å eie oppgaven")
    void sameSchool() {
        String task = test.start("midtstuen", null);

        test.as("midtstuen-teacher", () -> {
            assertThat(task(task)).isNull();
            assertThat(test.engine
                            .getRuntimeService()
                            .createProcessInstanceQuery()
                            .count())
                    .isZero();
        });
        test.as(
                "midtstuen-principal",
                () -> assertThat(test.engine
                                .getRuntimeService()
                                .createProcessInstanceQuery()
                                .count())
                        .isPositive());
    }

    @Test
    @DisplayName("Den som har oppgaven, kan gjøre den, men ikke flytte fristen eller gi den bort")
    void workOnly() {
        String id = test.start("midtstuen", null);

        test.as("midtstuen-contact-teacher", () -> {
            test.engine.getTaskService().claim(id, "midtstuen-contact-teacher");
            Task task = task(id);
            task.setPriority(1);
            assertThatThrownBy(() -> test.engine.getTaskService().saveTask(task))
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> test.engine.getTaskService().addCandidateUser(id, "midtstuen-teacher"))
                    .isInstanceOf(AuthorizationException.class);
            test.engine.getTaskService().complete(id);
        });
    }

    @Test
    @DisplayName("Hver ansatt kan melde, og bare ledelse, eier og tilsyn har Cockpit")
    void applications() {
        assertThat(may("midtstuen-nurse", Permissions.ACCESS, Resources.APPLICATION, "tasklist"))
                .isTrue();
        assertThat(may("midtstuen-nurse", Permissions.ACCESS, Resources.APPLICATION, "cockpit"))
                .isFalse();
        assertThat(may("midtstuen-nurse", Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "activityDuty"))
                .isTrue();
        assertThat(may("midtstuen-nurse", Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "investigation"))
                .isFalse();
        assertThat(may("oslo-monitor", Permissions.ACCESS, Resources.APPLICATION, "cockpit"))
                .isTrue();
        assertThat(may("midtstuen-principal", Permissions.READ_INSTANCE, Resources.PROCESS_DEFINITION, "activityDuty"))
                .isTrue();
    }

    @Test
    @DisplayName("Den som redigerer diagrammene, publiserer, men leser ingen sak")
    void processAdmin() {
        assertThat(may("admin", Permissions.CREATE, Resources.DEPLOYMENT, "*")).isTrue();
        assertThat(may("admin", Permissions.READ, Resources.DECISION_DEFINITION, "deadlines"))
                .isTrue();
        assertThat(may("admin", Permissions.READ_INSTANCE, Resources.PROCESS_DEFINITION, "activityDuty"))
                .isFalse();
        assertThat(may("admin", Permissions.ACCESS, Resources.APPLICATION, "tasklist"))
                .isFalse();
        assertThat(may("admin", Permissions.READ, Resources.TASK, "*")).isFalse();
    }

    @Test
    @DisplayName("Filtrene er der for alle ansatte og finner det de skal")
    void filters() {
        String task = test.start("midtstuen", null);

        test.as("midtstuen-contact-teacher", () -> {
            assertThat(test.engine.getFilterService().createTaskFilterQuery().list())
                    .extracting(Filter::getName)
                    .containsExactlyInAnyOrder("Mine oppgaver", "Min enhet", "Over frist");
            assertThat(found("Min enhet")).contains(task);
            assertThat(found("Mine oppgaver")).doesNotContain(task);
            test.engine.getTaskService().claim(task, "midtstuen-contact-teacher");
            assertThat(found("Mine oppgaver")).contains(task);
        });
        Filter mine = test.engine
                .getFilterService()
                .createTaskFilterQuery()
                .filterName("Mine oppgaver")
                .singleResult();
        assertThat(mine.getProperties().toString()).contains("caseNumber", "Sak");
    }

    @Test
    @DisplayName("Neste start endrer ingenting, og fjerner det noen har gitt ved siden av")
    void idempotent() {
        List<String> before = grants();
        Authorization besides = test.engine.getAuthorizationService().createNewAuthorization(1);
        besides.setGroupId("all.employee");
        besides.setResource(Resources.TASK);
        besides.setResourceId("*");
        besides.addPermission(Permissions.READ);
        test.engine.getAuthorizationService().saveAuthorization(besides);
        setUpAccess("hemmelig-nok");

        assertThat(grants()).isEqualTo(before);
        assertThat(test.engine.getFilterService().createTaskFilterQuery().count())
                .isEqualTo(3);
    }

    @Test
    @DisplayName(
            "Rettene en eldre Tolv ga til hver oppgave, person, gruppe og enhet, går, og ingen mister en oppgave av det")
    void formerGrants() {
        String taken = test.start("midtstuen", null);
        String givenBack = test.start("midtstuen", null);
        for (String group : groupsOf("midtstuen-contact-teacher")) {
            test.engine.getTaskService().deleteCandidateGroup(givenBack, group);
        }
        grantAsBefore("midtstuen-nurse", Resources.TASK, taken);
        grantAsBefore("midtstuen-contact-teacher", Resources.TASK, givenBack);
        grantAsBefore("midtstuen-nurse", Resources.USER, "midtstuen-nurse");
        grantAsBefore("midtstuen-nurse", Resources.GROUP, "midtstuen.nurse");
        grantAsBefore("midtstuen-nurse", Resources.TENANT, "midtstuen");
        setUpAccess("hemmelig-nok");

        assertThat(test.engine
                        .getAuthorizationService()
                        .createAuthorizationQuery()
                        .list())
                .extracting(Authorization::getUserId)
                .containsOnlyNulls();
        assertThat(seenBy("midtstuen-contact-teacher")).contains(taken, givenBack);
        assertThat(seenBy("midtstuen-nurse")).isEmpty();
    }

    private void grantAsBefore(String user, Resource resource, String id) {
        Authorization former = test.engine.getAuthorizationService().createNewAuthorization(1);
        former.setUserId(user);
        former.setResource(resource);
        former.setResourceId(id);
        former.addPermission(Permissions.READ);
        test.engine.getAuthorizationService().saveAuthorization(former);
    }

    private List<String> seenBy(String user) {
        List<String> seen = new ArrayList<>();
        test.as(
                user,
                () -> test.engine.getTaskService().createTaskQuery().list().forEach(task -> seen.add(task.getId())));
        return seen;
    }

    @Test
    @DisplayName("Den som slutter, mister konto og grupper")
    void thoseWhoLeave() {
        jdbc("update staff set active = false where id = 'aune-nurse'");
        jdbc("delete from staff_role where staff_id = 'aune-nurse'");
        setUpAccess("hemmelig-nok");

        assertThat(identities.createUserQuery().userId("aune-nurse").count()).isZero();
        assertThat(groupsOf("aune-nurse")).isEmpty();
        assertThat(tenantsOf("aune-nurse")).isEmpty();
    }

    @Test
    @DisplayName("Utenfor demoen må en administrator være oppgitt")
    void administratorIsRequired() {
        assertThatThrownBy(() -> setUpAccess(new Passwords(new MockEnvironment(), "", "", "")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("tolv.admin.id");
    }

    private boolean may(String user, Permissions permission, Resource resource, String id) {
        return test.engine.getAuthorizationService().isUserAuthorized(user, groupsOf(user), permission, resource, id);
    }

    private Task task(String id) {
        return test.engine.getTaskService().createTaskQuery().taskId(id).singleResult();
    }

    private List<String> found(String filter) {
        String id = test.engine
                .getFilterService()
                .createTaskFilterQuery()
                .filterName(filter)
                .singleResult()
                .getId();
        return test.engine.getFilterService().<Task>list(id).stream()
                .map(Task::getId)
                .toList();
    }

    private List<String> grants() {
        return test.engine.getAuthorizationService().createAuthorizationQuery().list().stream()
                .map(grant -> "%s %s %s %s"
                        .formatted(
                                grant.getGroupId(), grant.getUserId(), grant.getResourceType(), grant.getResourceId()))
                .sorted()
                .toList();
    }

    private List<String> groupsOf(String user) {
        return identities.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    private List<String> tenantsOf(String user) {
        return identities.createTenantQuery().userMember(user).list().stream()
                .map(Tenant::getId)
                .toList();
    }

    /** Does what a start of the demo does. */
    private void setUpAccess(String password) {
        MockEnvironment demo = new MockEnvironment();
        demo.setActiveProfiles("demo");
        setUpAccess(new Passwords(demo, password, "", ""));
    }

    private void setUpAccess(Passwords passwords) {
        new AccessSetup(
                        test.roster,
                        new IdentitySync(identities, test.organisation, passwords),
                        new Filters(test.engine.getFilterService(), test.engine.getTaskService()),
                        new Authorizations(test.engine.getAuthorizationService()),
                        new FormerGrants(test.engine.getTaskService(), JdbcClient.create(test.database.source())),
                        test.database.transactions())
                .afterSingletonsInstantiated();
    }

    private void jdbc(String sql) {
        JdbcClient.create(test.database.source()).sql(sql).update();
    }
}
