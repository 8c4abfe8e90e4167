package no.tolv.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

@DisplayName(
        "Bare jobber som er begynt på før og ikke ble ferdige, telles, og ingen tas mens noe holder eller før det er nodens tur")
class TolvJobExecutorTest {

    private static boolean fails;

    private final CountedDatabase database = new CountedDatabase();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private TolvJobExecutor executor;
    private volatile boolean held;
    private volatile int asked;
    private final ReentrantLock turn = new ReentrantLock();
    private ProcessEngine engine;

    @BeforeEach
    void oneJob() {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V14__node.sql")).execute(database);
        executor = PoisonedNode.executor(jdbc, this::waitForTheTurn, () -> {
            asked++;
            return held;
        });
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setJdbcUrl(database.url);
        configuration.setDefaultNumberOfRetries(1);
        configuration.setJobExecutor(executor);
        configuration.setJobExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "step.bpmn",
                        Bpmn.createExecutableProcess("step")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .serviceTask("work")
                                .camundaAsyncBefore()
                                .camundaClass(Step.class)
                                .endEvent()
                                .done())
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("step");
        fails = false;
        database.opened = 0;
    }

    @AfterEach
    void close() {
        executor.shutdown();
        engine.close();
    }

    @Test
    @DisplayName("en vanlig jobb spør ikke databasen om noe mer enn før, enten den går eller ikke")
    void ordinaryJobsCostNothing() {
        runOut();
        assertThat(executor.done()).isOne();
        fails = true;
        engine.getRuntimeService().startProcessInstanceByKey("step");
        runOut();
        assertThat(executor.failed()).isOne();
        assertThat(database.opened).isZero();
    }

    @Test
    @DisplayName("en som er etterlatt, telles mens den går, og aldri mer når den er ferdig eller mislykkes")
    void cleared() {
        leave(3);
        runOut();
        assertThat(attempts()).isZero();
        fails = true;
        engine.getRuntimeService().startProcessInstanceByKey("step");
        leave(3);
        runOut();
        assertThat(attempts()).isZero();
        assertThat(executor.failed()).isOne();
    }

    @Test
    @DisplayName("den femte gangen blir siste, og et nytt forsøk begynner å telle på nytt")
    void givesUp() {
        leave(4);
        runOut();
        Job stopped = engine.getManagementService().createJobQuery().singleResult();
        assertThat(stopped.getExceptionMessage()).startsWith("Startet fem ganger");
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isOne();
        assertThat(executor.done() + executor.failed()).isZero();
        engine.getManagementService().setJobRetries(stopped.getId(), 1);
        runOut();
        assertThat(executor.done()).isOne();
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
    }

    @Test
    @DisplayName("ingen tas mens noe holder, heller ikke etter at trådene har stått, og alle når det slipper")
    void held() {
        held = true;
        for (int start = 0; start < 2; start++) {
            int before = asked;
            executor.start();
            await().until(() -> asked > before + 2);
            new JobThreads(engine).stop();
            assertThat(executor.done() + executor.failed()).isZero();
        }
        held = false;
        runOut();
        assertThat(executor.done()).isOne();
    }

    @Test
    @DisplayName("ingen tas før det er nodens tur")
    void turn() {
        turn.lock();
        executor.start();
        await().until(turn::hasQueuedThreads);
        assertThat(executor.done() + executor.failed()).isZero();
        turn.unlock();
        runOut();
        assertThat(executor.done()).isOne();
    }

    @Test
    @DisplayName("det som er telt for en jobb som er borte, ryddes")
    void forgetsGone() {
        leave(2);
        jdbc.sql("insert into job_attempt values ('borte', 3)").update();
        new UnfinishedStarts(jdbc).forgetGone();
        assertThat(attempts()).isOne();
    }

    /** As a node does that dies for the second time or more with the job in hand. */
    private void leave(int writtenDown) {
        String job =
                engine.getManagementService().createJobQuery().singleResult().getId();
        jdbc.sql("update ACT_RU_JOB set LOCK_OWNER_ = 'borte', LOCK_EXP_TIME_ = timestamp '2020-01-01 00:00:00',"
                        + " REV_ = REV_ + 1")
                .update();
        jdbc.sql("insert into job_attempt values (?, ?)")
                .params(job, writtenDown)
                .update();
    }

    private void waitForTheTurn() {
        turn.lock();
        turn.unlock();
    }

    private int attempts() {
        return jdbc.sql("select count(*) from job_attempt").query(Integer.class).single();
    }

    private void runOut() {
        executor.start();
        Instant giveUp = Instant.now().plusSeconds(20);
        while (engine.getManagementService().createJobQuery().withRetriesLeft().count() > 0
                && Instant.now().isBefore(giveUp)) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        new JobThreads(engine).stop();
    }

    /** Goes well or does not. */
    public static class Step implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            if (fails) {
                throw new IllegalStateException();
            }
        }
    }

    /** Counts how often somebody asks; the engine has connections of its own. */
    private static final class CountedDatabase extends DelegatingDataSource {

        private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        private int opened;

        CountedDatabase() {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setUrl(url);
            h2.setUser("sa");
            setTargetDataSource((DataSource) h2);
        }

        @Override
        public java.sql.Connection getConnection() throws java.sql.SQLException {
            opened++;
            return super.getConnection();
        }
    }
}
