package no.tolv.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Det som har ventet lengst, går først, og ingen jobb er uten forfall")
class DueJobsTest {

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @Test
    @DisplayName("også jobber fra før forfall ble satt på alle, og to starter endrer ikke mer enn én")
    void longestDueFirst() {
        ProcessEngine older = engine(false);
        older.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "waits.bpmn",
                        Bpmn.createExecutableProcess("waits")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .camundaAsyncBefore()
                                .endEvent()
                                .done())
                .deploy();
        older.getRuntimeService().startProcessInstanceByKey("waits");
        assertThat(jobs(older)).extracting(Job::getDuedate).containsOnlyNulls();
        older.close();
        engine(true).close();
        ProcessEngine engine = engine(true);
        engine.getRuntimeService().startProcessInstanceByKey("waits");

        assertThat(jobs(engine)).hasSize(2).extracting(Job::getDuedate).doesNotContainNull();
        Job last = jobs(engine).get(1);
        engine.getManagementService().setJobDuedate(last.getId(), new Date(0));
        assertThat(taken(engine)).containsExactly(List.of(last.getId()));
        assertThat(JdbcClient.create(engine.getProcessEngineConfiguration().getDataSource())
                        .sql(
                                "select count(*) from information_schema.indexes where index_name in ('ACT_RU_JOB_DUE', 'ACT_RU_JOB_LOCKED')")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        engine.close();
    }

    private ProcessEngine engine(boolean due) {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setJdbcUrl(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        if (due) {
            configuration.getProcessEnginePlugins().add(new DueJobs());
        }
        return configuration.buildProcessEngine();
    }

    private static List<Job> jobs(ProcessEngine engine) {
        return engine.getManagementService()
                .createJobQuery()
                .orderByJobId()
                .asc()
                .list();
    }

    private static List<List<String>> taken(ProcessEngine engine) {
        StandaloneInMemProcessEngineConfiguration configuration =
                (StandaloneInMemProcessEngineConfiguration) engine.getProcessEngineConfiguration();
        AcquiredJobs taken = configuration
                .getCommandExecutorTxRequired()
                .execute(new AcquireJobsCmd(configuration.getJobExecutor(), 1));
        return taken.getJobIdBatches();
    }
}
