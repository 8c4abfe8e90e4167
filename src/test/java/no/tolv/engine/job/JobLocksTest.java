package no.tolv.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Jobber venter ikke på en node som er borte")
class JobLocksTest {

    private StandaloneInMemProcessEngineConfiguration configuration;
    private ProcessEngine engine;

    @BeforeEach
    void threeJobs() {
        configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        configuration.setJobExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
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
        for (int job = 0; job < 3; job++) {
            engine.getRuntimeService().startProcessInstanceByKey("waits");
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    @DisplayName("Ved start på H2 slippes det en drept node holdt på")
    void freesAtStart() {
        taken("drept node", 3);
        new JobLocks(engine).start();
        assertThat(held()).isZero();
        assertThat(taken("ny node", 3)).hasSize(3);
    }

    @Test
    @DisplayName("Der flere noder deler en database, røres ikke de andres jobber ved start")
    void leavesTheOthers() {
        taken("en annen node", 3);
        configuration.setDatabaseType("postgres");
        new JobLocks(engine).start();
        assertThat(held()).isEqualTo(3);
    }

    @Test
    @DisplayName("Jobbene til en node som lenge har vært stille, kan andre ta, og bare dem")
    void runsOut() {
        taken("stille node", 2);
        taken("en annen node", 1);
        new JobLocks(engine).runOut(List.of("stille node"));
        assertThat(held()).isEqualTo(1);
        assertThat(taken("ny node", 3)).hasSize(2);
    }

    @Test
    @DisplayName("En frossen node som våkner midt i en jobb andre har fått, får ikke gjort den ferdig")
    void fencesTheWoken() {
        String job = taken("frossen node", 1).get(0).get(0);
        Command<Void> wakes = engineRoom -> {
            JobEntity begun = engineRoom.getJobManager().findJobById(job);
            new JobLocks(engine).runOut(List.of("frossen node"));
            begun.execute(engineRoom);
            return null;
        };
        assertThatThrownBy(() -> configuration.getCommandExecutorTxRequired().execute(wakes))
                .isInstanceOf(OptimisticLockingException.class);
        assertThat(taken("ny node", 3)).contains(List.of(job));
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("En node som stopper, gir tilbake sine egne jobber og bare dem")
    void givesBack() {
        taken("en annen node", 1);
        taken(configuration.getJobExecutor().getLockOwner(), 2);
        JobLocks locks = new JobLocks(engine);
        locks.stop();
        assertThat(held()).isEqualTo(1);
        assertThat(locks.isRunning()).isFalse();
    }

    private List<List<String>> taken(String owner, int most) {
        JobExecutor executor = configuration.getJobExecutor();
        String own = executor.getLockOwner();
        executor.setLockOwner(owner);
        try {
            return configuration
                    .getCommandExecutorTxRequired()
                    .execute(new AcquireJobsCmd(executor, most))
                    .getJobIdBatches();
        } finally {
            executor.setLockOwner(own);
        }
    }

    private long held() {
        return engine.getManagementService().createJobQuery().acquired().count();
    }
}
