package no.tolv.engine.role;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.tolv.engine.guard.Argon2Hash;
import no.tolv.engine.task.OwnTasks;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.RosterDatabase;
import no.tolv.organisation.RosterImport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.context.support.StaticApplicationContext;

/** A real engine beside the demo roster, with our assignment and access and nothing else of Tolv. */
public class TestEngine implements AutoCloseable {

    static final String CASE = "MIDTSTUEN-2026-0001";

    public final RosterDatabase database = new RosterDatabase();
    final Set<String> excluded = new HashSet<>();
    public final RosterImport roster = database.read(RosterDatabase.DEMO);
    public final Organisation organisation = database.organisation();
    public final ProcessEngine engine;

    public TestEngine() {
        SpringProcessEngineConfiguration settings = new SpringProcessEngineConfiguration();
        settings.setApplicationContext(new StaticApplicationContext());
        settings.setTenantIdProvider(new UnitAsTenant());
        settings.setDataSource(database.source());
        settings.setTransactionManager(database.transactions());
        settings.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        settings.setProcessEngineName("test-" + System.nanoTime());
        settings.setAuthorizationEnabled(true);
        settings.setGeneralResourceWhitelistPattern("[a-zA-Z0-9._-]+");
        settings.setPasswordEncryptor(new Argon2Hash());
        settings.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
        settings.setMetricsEnabled(false);
        settings.setEnforceHistoryTimeToLive(false);
        settings.setProcessEnginePlugins(List.of(
                new OwnTasks(),
                new Assignment(
                        new RoleResolution(organisation), caseNumber -> new CaseCircle(excluded, Optional::empty))));
        engine = settings.buildProcessEngine();
    }

    /** A case lives in the tenant of its unit. */
    private static class UnitAsTenant implements TenantIdProvider {

        @Override
        public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
            return (String) context.getVariables().get("unit");
        }

        @Override
        public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
            return null;
        }

        @Override
        public String provideTenantIdForHistoricDecisionInstance(
                TenantIdProviderHistoricDecisionInstanceContext context) {
            return null;
        }
    }

    /** Deploys a process of one user task, with the id {@code activityDuty}. */
    public void deploy(String candidateGroups, String assignee) {
        BpmnModelInstance diagram = Bpmn.createExecutableProcess("activityDuty")
                .startEvent()
                .userTask("userTask_receiveReport")
                .camundaCandidateGroups(candidateGroups)
                .camundaAssignee(assignee)
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("activityDuty.bpmn", diagram)
                .deploy();
    }

    /** Starts a case in the tenant of its unit and answers with the id of its task. */
    public String start(String unit, String responsible) {
        String instance = engine.getRuntimeService()
                .createProcessInstanceByKey("activityDuty")
                .processDefinitionWithoutTenantId()
                .businessKey(CASE)
                .setVariable("unit", unit)
                .setVariable("caseNumber", CASE)
                .setVariable("responsible", responsible)
                .execute()
                .getId();
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    OpenTasks openTasks() {
        return new OpenTasks(engine);
    }

    /** Lets somebody act, as the web apps would after a login. */
    public void as(String user, Runnable act) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(group -> group.getId())
                .toList();
        List<String> tenants = engine.getIdentityService().createTenantQuery().userMember(user).list().stream()
                .map(tenant -> tenant.getId())
                .toList();
        try {
            engine.getIdentityService().setAuthentication(user, groups, tenants);
            act.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
