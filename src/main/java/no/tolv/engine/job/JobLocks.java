package no.tolv.engine.job;

import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * A job waits up to five minutes for the node that has taken it. Nobody needs to wait for a node that is gone: one that
 * stops gives its jobs back, and on H2, where there is only one node, those a killed node left are freed at start.
 */
@Component
class JobLocks implements SmartLifecycle {

    private final ProcessEngine engine;
    private final JobThreads threads;
    private volatile boolean running;

    JobLocks(ProcessEngine engine) {
        this.engine = engine;
        this.threads = new JobThreads(engine);
    }

    /** Before the engine's threads begin: they start when the application is ready. */
    @Override
    public void start() {
        if ("h2".equals(configuration().getDatabaseType())) {
            free(job -> true);
        }
        running = true;
    }

    /** A job that will not end keeps its lock: freed, it would run twice. */
    @Override
    public void stop() {
        if (threads.stop()) {
            free(job -> threads.owner().equals(job.getLockOwner()));
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void free(Predicate<JobEntity> which) {
        engine.getManagementService().createJobQuery().acquired().list().stream()
                .map(JobEntity.class::cast)
                .filter(which)
                .map(Job::getId)
                .forEach(job -> configuration().getCommandExecutorTxRequired().execute(new UnlockJobCmd(job)));
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
