package no.tolv.engine.deployment;

import java.util.ArrayList;
import java.util.List;
import no.tolv.engine.StartGate;
import no.tolv.engine.form.StartForms;
import no.tolv.engine.form.TaskForms;
import no.tolv.engine.guard.Argon2Hash;
import no.tolv.engine.guard.GuardedFormService;
import no.tolv.engine.guard.GuardedRuntimeService;
import no.tolv.engine.guard.GuardedTaskService;
import no.tolv.engine.guard.ImpossibleQueries;
import no.tolv.engine.guard.RosterIdentities;
import no.tolv.engine.guard.TellDatabaseAway;
import no.tolv.engine.history.ContentFreeFailures;
import no.tolv.engine.history.ContentFreeHistory;
import no.tolv.engine.job.JobIncidents;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds for the engine in every installation; what may differ stands in application.yaml. */
@Component
@DependsOnDatabaseInitialization
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ObjectProvider<BpmnParseListener> listeners;
    private final ObjectProvider<TaskForms> tasks;
    private final ObjectProvider<StartForms> starts;
    private final TransactionTemplate transaction;

    EngineSettings(
            ObjectProvider<BpmnParseListener> listeners,
            ObjectProvider<TaskForms> tasks,
            ObjectProvider<StartForms> starts,
            PlatformTransactionManager transactions) {
        this.listeners = listeners;
        this.tasks = tasks;
        this.starts = starts;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new ContentFreeHistory()));
        engine.setFailedJobCommandFactory(new ContentFreeFailures());
        engine.setCustomIncidentHandlers(List.of(new JobIncidents()));
        engine.setTenantIdProvider(new StartGate());
        engine.setSkipHistoryOptimisticLockingExceptions(false);
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(new TellDatabaseAway(), new ImpossibleQueries()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(List.of(new TellDatabaseAway()));
        keepPasswords(engine);
        guardServices(engine);
        listen(engine);
    }

    /** The door slows guessing down, so the engine locks nobody out. */
    private static void keepPasswords(ProcessEngineConfigurationImpl engine) {
        engine.setPasswordEncryptor(new Argon2Hash());
        engine.setSaltGenerator(() -> "");
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayBase(0);
    }

    private void guardServices(ProcessEngineConfigurationImpl engine) {
        engine.setFormService(new GuardedFormService(tasks, starts, transaction));
        engine.setTaskService(new GuardedTaskService(tasks, transaction));
        engine.setRuntimeService(new GuardedRuntimeService());
        engine.setIdentityService(new RosterIdentities());
    }

    private void listen(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> all = new ArrayList<>(listeners.orderedStream().toList());
        if (engine.getCustomPostBPMNParseListeners() != null) {
            all.addAll(0, engine.getCustomPostBPMNParseListeners());
        }
        engine.setCustomPostBPMNParseListeners(all);
    }
}
