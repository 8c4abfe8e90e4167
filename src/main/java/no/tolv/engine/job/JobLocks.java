package no.tolv.engine.job;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A job waits up to five minutes for the node that has taken it. Nobody needs to wait for a node that is gone: one that
 * stops gives its jobs back, and the locks of one that was killed run out at once – at start on H2, where there is only
 * one node, and elsewhere when it has long been silent.
 */
@Component
public class JobLocks implements SmartLifecycle {

    private static final Timestamp LONG_AGO = Timestamp.from(Instant.EPOCH);

    private final ProcessEngine engine;
    private final JobThreads threads;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    JobLocks(ProcessEngine engine) {
        this.engine = engine;
        this.threads = new JobThreads(engine);
        DataSource database = configuration().getDataSource();
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    /** Before the engine's threads begin: they start when the application is ready. */
    @Override
    public void start() {
        if ("h2".equals(configuration().getDatabaseType())) {
            runOut("LOCK_OWNER_ is not null", Map.of());
        }
        running = true;
    }

    /** A job that will not end keeps its lock: freed, it would run twice. */
    @Override
    public void stop() {
        if (threads.stop()) {
            giveBack();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /**
     * Lets others take the jobs of nodes that have long been silent. A node that was only frozen and wakes up in the
     * middle of one of them is kept out by the job row itself: its revision has gone up, so that the woken one cannot
     * delete or change it, and all it did in that transaction is rolled back. The owner stays in the row, as a sign that
     * the job was begun and has not ended. A row that the frozen one holds is left to it.
     */
    public void runOut(Collection<String> owners) {
        if (!owners.isEmpty()) {
            runOut("LOCK_OWNER_ in (:owners)", Map.of("owners", owners));
        }
    }

    private void runOut(String which, Map<String, ?> values) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("select ID_ from ACT_RU_JOB where LOCK_EXP_TIME_ > :ago and " + which
                                + " for update skip locked")
                        .param("ago", LONG_AGO)
                        .params(values)
                        .query(String.class)
                        .list()
                        .forEach(this::runOut));
    }

    private void runOut(String job) {
        jdbc.sql("update ACT_RU_JOB set LOCK_EXP_TIME_ = ?, REV_ = REV_ + 1 where ID_ = ?")
                .params(LONG_AGO, job)
                .update();
    }

    private void giveBack() {
        engine.getManagementService().createJobQuery().acquired().list().stream()
                .map(JobEntity.class::cast)
                .filter(job -> threads.owner().equals(job.getLockOwner()))
                .forEach(job -> configuration().getCommandExecutorTxRequired().execute(new UnlockJobCmd(job.getId())));
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
