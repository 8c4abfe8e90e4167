package no.tolv.engine.job;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** The engine's own threads, stopped so that nothing they have begun is cut off. */
@Component
public class JobThreads {

    private static final Duration LONGEST_JOB = Duration.ofSeconds(30);

    private final JobExecutor executor;

    public JobThreads(ProcessEngine engine) {
        this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    /** By what name this node takes jobs. */
    public String owner() {
        return executor.getLockOwner();
    }

    public boolean isActive() {
        return executor.isActive();
    }

    public void start() {
        executor.start();
    }

    /**
     * Takes no more jobs and lets those that run come to their end.
     *
     * @return false when one of them has not ended in half a minute
     */
    public boolean stop() {
        executor.shutdown();
        Instant giveUp = Instant.now().plus(LONGEST_JOB);
        while (isBusy() && Instant.now().isBefore(giveUp)) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return !isBusy();
    }

    private boolean isBusy() {
        return executor instanceof SpringJobExecutor spring
                && spring.getTaskExecutor() instanceof ThreadPoolTaskExecutor pool
                && (pool.getActiveCount() > 0 || pool.getQueueSize() > 0);
    }
}
