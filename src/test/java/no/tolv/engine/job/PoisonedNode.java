package no.tolv.engine.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** A node in a process of its own, on a database that holds one job nobody survives; ends when there is nothing left to do. */
class PoisonedNode {

    static final int DEAD = 137;

    private static final String LEFT =
            "select count(*) from ACT_RU_JOB" + " where RETRIES_ > 0 or exists (select 1 from job_attempt)";

    public static void main(String[] arguments) {
        JdbcDataSource database = database(Path.of(arguments[0]));
        TolvJobExecutor executor = executor(JdbcClient.create(database), () -> {}, () -> false);
        ProcessEngine engine = engine(database, executor);
        new JobLocks(engine).start();
        executor.start();
        waitUntilDone(JdbcClient.create(database));
        executor.shutdown();
        Runtime.getRuntime().halt(0);
    }

    static JdbcDataSource database(Path folder) {
        JdbcDataSource database = new JdbcDataSource();
        database.setUser("sa");
        database.setUrl("jdbc:h2:file:" + folder.resolve("node") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        return database;
    }

    static ProcessEngine engine(JdbcDataSource database, TolvJobExecutor executor) {
        StandaloneProcessEngineConfiguration engine = new StandaloneProcessEngineConfiguration();
        engine.setJdbcUrl(database.getURL());
        engine.setDatabaseSchemaUpdate("true");
        engine.setJobExecutor(executor);
        engine.setJobExecutorActivate(false);
        return engine.buildProcessEngine();
    }

    static TolvJobExecutor executor(JdbcClient jdbc, Runnable turn, BooleanSupplier held) {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(3);
        threads.initialize();
        TolvJobExecutor executor = new TolvJobExecutor(new UnfinishedStarts(jdbc), turn, held);
        executor.setTaskExecutor(threads);
        executor.setWaitTimeInMillis(100);
        return executor;
    }

    private static void waitUntilDone(JdbcClient jdbc) {
        Instant giveUp = Instant.now().plusSeconds(60);
        while (jdbc.sql(LEFT).query(Integer.class).single() > 0) {
            if (Instant.now().isAfter(giveUp)) {
                Runtime.getRuntime().halt(1);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Says in a file that it has begun, and takes the whole process with it. */
    public static class Poison implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) throws IOException {
            note("begun");
            Runtime.getRuntime().halt(DEAD);
        }
    }

    /** Takes its time, so that the poison finds it at work. */
    public static class Work implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
        }
    }

    private static void note(String line) throws IOException {
        Files.writeString(
                Path.of(System.getProperty("notes")),
                line + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }
}
