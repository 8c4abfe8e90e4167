package no.tolv.engine.job;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets the engine find what is due by an index, the longest due first, and what is being done by another, however many
 * jobs wait for a later day: without them every look reads them all. For that each job has a due date, also one that is
 * to run at once.
 */
@Component
class DueJobs extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setEnsureJobDueDateNotNull(true);
        engine.setJobExecutorAcquireByDueDate(true);
    }

    /** The engine's tables are there, and nobody takes a job yet. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        JdbcClient jdbc =
                JdbcClient.create(engine.getProcessEngineConfiguration().getDataSource());
        jdbc.sql("create index if not exists ACT_RU_JOB_DUE on ACT_RU_JOB (DUEDATE_)")
                .update();
        jdbc.sql("create index if not exists ACT_RU_JOB_LOCKED on ACT_RU_JOB (LOCK_EXP_TIME_)")
                .update();
        jdbc.sql("update ACT_RU_JOB set DUEDATE_ = CREATE_TIME_ where DUEDATE_ is null")
                .update();
    }
}
