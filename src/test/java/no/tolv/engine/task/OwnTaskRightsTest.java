package no.tolv.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.Permissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.Permissions.TASK_WORK;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.List;
import java.util.function.Function;
import no.tolv.engine.role.TestEngine;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Retten til en oppgave er å ha den eller å kunne ta den")
class OwnTaskRightsTest {

    private static final String HOLDER = "anna";
    private static final String CANDIDATE = "berit";
    private static final String OTHER = "carl";
    private static final String ROLE = "midtstuen.counsellor";

    private final TestEngine test = new TestEngine();
    private final ProcessEngineConfigurationImpl settings =
            (ProcessEngineConfigurationImpl) test.engine.getProcessEngineConfiguration();
    private final JdbcClient jdbc = JdbcClient.create(test.database.source());

    private String task;

    @BeforeAll
    void aTask() {
        Task made = test.engine.getTaskService().newTask();
        test.engine.getTaskService().saveTask(made);
        task = made.getId();
        test.engine.getTaskService().setAssignee(task, HOLDER);
        test.engine.getTaskService().addCandidateUser(task, CANDIDATE);
        test.engine.getTaskService().addCandidateGroup(task, ROLE);
    }

    @AfterAll
    void close() {
        test.engine.getTaskService().deleteTask(task, true);
        test.close();
    }

    @Test
    @DisplayName("seg selv og gruppene og enhetene en er i, finner en uten at noe er gitt, og ikke andre eller andres")
    void oneself() {
        IdentityService identity = test.engine.getIdentityService();
        identity.saveUser(identity.newUser(HOLDER));
        identity.saveUser(identity.newUser(OTHER));
        identity.saveGroup(identity.newGroup(ROLE));
        identity.saveGroup(identity.newGroup("oslo.owner"));
        identity.saveTenant(identity.newTenant("midtstuen"));
        identity.saveTenant(identity.newTenant("oslo"));
        for (String user : List.of(HOLDER, OTHER)) {
            identity.createMembership(user, ROLE);
            identity.createTenantUserMembership("midtstuen", user);
        }
        assertThat(identity.createGroupQuery().groupMember(OTHER).count()).isOne();
        assertThat(identity.createUserQuery().count()).isEqualTo(2);
        test.as(HOLDER, () -> {
            assertThat(identity.createUserQuery().list())
                    .extracting(User::getId)
                    .containsExactly(HOLDER);
            assertThat(identity.createUserQuery().userId(HOLDER).count()).isOne();
            assertThat(identity.createUserQuery().userIdIn(OTHER, HOLDER).list())
                    .extracting(User::getId)
                    .containsExactly(HOLDER);
            assertThat(identity.createUserQuery().userId(OTHER).count()).isZero();
            assertThat(identity.createUserQuery().userIdIn(OTHER).count()).isZero();
            assertThat(identity.createGroupQuery().groupMember(HOLDER).count()).isOne();
            assertThat(identity.createGroupQuery().groupMember(OTHER).count()).isZero();
            assertThat(identity.createGroupQuery().list())
                    .extracting(Group::getId)
                    .containsExactly(ROLE);
            assertThat(identity.createGroupQuery().groupId(ROLE).count()).isOne();
            assertThat(identity.createGroupQuery().groupId("oslo.owner").count())
                    .isZero();
            assertThat(identity.createTenantQuery().userMember(HOLDER).count()).isOne();
            assertThat(identity.createTenantQuery().userMember(OTHER).count()).isZero();
            assertThat(identity.createTenantQuery().list())
                    .extracting(Tenant::getId)
                    .containsExactly("midtstuen");
            assertThat(test.engine
                            .getAuthorizationService()
                            .createAuthorizationQuery()
                            .count())
                    .isZero();
        });
        grant(USER, "*", READ);
        test.as(
                OTHER,
                () -> assertThat(identity.createUserQuery().userId(HOLDER).list())
                        .extracting(User::getId)
                        .containsExactly(HOLDER));
    }

    @Test
    @DisplayName("den som har den, den som kan ta den, og den som har rollen, leser og arbeider, og ikke mer")
    void ofOnesOwn() {
        for (Permissions permission : List.of(READ, TASK_WORK)) {
            assertThat(may(HOLDER, null, permission, task)).isTrue();
            assertThat(may(CANDIDATE, List.of(), permission, task)).isTrue();
            assertThat(may(OTHER, List.of("all.teacher", ROLE), permission, task))
                    .isTrue();
            assertThat(may(OTHER, List.of("all.teacher"), permission, task)).isFalse();
            assertThat(may(OTHER, null, permission, task)).isFalse();
        }
        for (Permissions permission : List.of(UPDATE, TASK_ASSIGN)) {
            assertThat(may(HOLDER, null, permission, task)).isFalse();
        }
        assertThat(may(HOLDER, List.of(ROLE), READ, null)).isFalse();
        assertThat(may(HOLDER, List.of(ROLE), READ, "finnes-ikke")).isFalse();
    }

    @Test
    @DisplayName("en rettighet gitt for hånd åpner ingen oppgave, verken til den eller til hele diagrammet")
    void grants() {
        grant(TASK, task, READ);
        grant(TASK, "*", READ);
        grant(PROCESS_DEFINITION, "diagram", READ_TASK);
        PermissionCheck ofTask = check(TASK, READ, task);
        PermissionCheck ofDiagram = check(PROCESS_DEFINITION, READ_TASK, "diagram");
        assertThat(may(OTHER, null, READ, task)).isFalse();
        assertThat(rights(rights -> rights.isAuthorized(OTHER, null, any(ofDiagram, ofTask))))
                .isFalse();
        assertThat(rights(rights -> rights.isAuthorized(HOLDER, null, any(ofDiagram, ofTask))))
                .isTrue();
        assertThat(rights(rights -> rights.isAuthorized(OTHER, null, any(ofDiagram))))
                .isTrue();
        assertThat(rights(rights -> rights.isAuthorized(HOLDER, null, any(ofDiagram))))
                .isFalse();
    }

    @Test
    @DisplayName("for alt annet gjelder motorens egne rettigheter")
    void otherThings() {
        grant(PROCESS_DEFINITION, "activityDuty", CREATE_INSTANCE);
        PermissionCheck starts = check(PROCESS_DEFINITION, CREATE_INSTANCE, "activityDuty");
        assertThat(rights(rights -> rights.isAuthorized(OTHER, null, starts))).isTrue();
        assertThat(rights(rights -> rights.isAuthorized(HOLDER, null, starts))).isFalse();
    }

    @Test
    @DisplayName("uten rettigheter i motoren er alt åpent")
    void switchedOff() {
        settings.setAuthorizationEnabled(false);
        try {
            assertThat(may(OTHER, null, UPDATE, task)).isTrue();
        } finally {
            settings.setAuthorizationEnabled(true);
        }
    }

    @Test
    @DisplayName(
            "det kommandoen har lest, gjelder så lenge den varer; det den er i ferd med å skrive, gjelder ikke ennå")
    void readButNotWritten() {
        assertThat(inOneCommand(context -> {
                    context.getTaskManager().findTaskById(task);
                    assertThat(may(context, OTHER)).isFalse();
                    jdbc.sql("update ACT_RU_TASK set ASSIGNEE_ = null where ID_ = ?")
                            .param(task)
                            .update();
                    return may(context, HOLDER);
                }))
                .isTrue();
        jdbc.sql("update ACT_RU_TASK set ASSIGNEE_ = ? where ID_ = ?")
                .params(HOLDER, task)
                .update();
        assertThat(inOneCommand(context -> {
                    TaskEntity read = context.getTaskManager().findTaskById(task);
                    read.setAssigneeWithoutCascade(OTHER);
                    boolean taken = may(context, OTHER);
                    read.setAssigneeWithoutCascade(null);
                    boolean left = may(context, OTHER);
                    read.setAssigneeWithoutCascade(HOLDER);
                    return taken || left;
                }))
                .isFalse();
    }

    @Test
    @DisplayName("en oppgave ingen har, er ingens")
    void nobodys() {
        assertThat(inOneCommand(context -> {
                    jdbc.sql("update ACT_RU_TASK set ASSIGNEE_ = null where ID_ = ?")
                            .param(task)
                            .update();
                    context.getTaskManager().findTaskById(task);
                    boolean somebodys = may(context, HOLDER);
                    jdbc.sql("update ACT_RU_TASK set ASSIGNEE_ = ? where ID_ = ?")
                            .params(HOLDER, task)
                            .update();
                    return somebodys;
                }))
                .isFalse();
    }

    @Test
    @DisplayName("en oppgave har ingen rader å slette, alt annet har det")
    void rows() {
        grant(TASK, "rad", READ);
        grant(PROCESS_DEFINITION, "rad", READ);
        settings.getCommandExecutorTxRequired().execute(context -> {
            context.getAuthorizationManager().deleteAuthorizationsByResourceId(TASK, "rad");
            context.getAuthorizationManager().deleteAuthorizationsByResourceId(PROCESS_DEFINITION, "rad");
            return null;
        });
        assertThat(test.engine
                        .getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceId("rad")
                        .list())
                .extracting(Authorization::getResourceType)
                .containsExactly(TASK.resourceType());
    }

    @Test
    @DisplayName("den som spør, spør med alle gruppene sine")
    void groups() {
        List<String> groups = List.of("all.teacher", ROLE);
        settings.getCommandExecutorTxRequired().execute(context -> {
            AuthorizationManager rights = context.getAuthorizationManager();
            assertThat(rights.filterAuthenticatedGroupIds(groups)).isEqualTo(groups);
            assertThat(rights.filterAuthenticatedGroupIds(null)).isEmpty();
            return null;
        });
    }

    private boolean may(String who, List<String> groups, Permissions permission, String id) {
        return rights(rights -> rights.isAuthorized(who, groups, check(TASK, permission, id)));
    }

    private boolean may(CommandContext context, String who) {
        return context.getAuthorizationManager().isAuthorized(who, null, check(TASK, READ, task));
    }

    private boolean rights(Function<AuthorizationManager, Boolean> question) {
        return inOneCommand(context -> question.apply(context.getAuthorizationManager()));
    }

    private boolean inOneCommand(Function<CommandContext, Boolean> question) {
        return settings.getCommandExecutorTxRequired().execute(question::apply);
    }

    private static PermissionCheck check(Resource resource, Permission permission, String id) {
        PermissionCheck check = new PermissionCheck();
        check.setResource(resource);
        check.setPermission(permission);
        check.setResourceId(id);
        return check;
    }

    private static CompositePermissionCheck any(PermissionCheck... checks) {
        CompositePermissionCheck any = new CompositePermissionCheck(true);
        any.setAtomicChecks(List.of(checks));
        return any;
    }

    private void grant(Resource resource, String id, Permission permission) {
        Authorization grant =
                test.engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(OTHER);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.addPermission(permission);
        test.engine.getAuthorizationService().saveAuthorization(grant);
    }
}
