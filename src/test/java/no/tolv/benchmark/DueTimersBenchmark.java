package no.tolv.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import no.tolv.deadline.TolvClock;
import no.tolv.robust.TolvProcess;
import no.tolv.scenario.Answers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code -Dtolv.timers} cases whose reminder is due at the same moment, drained to the last by one node and by two on the
 * same PostgreSQL and the same cores, {@code -Dtolv.rounds} times in turn. Mail is held back, so that the reminders
 * themselves are measured, from the first to the last row they leave in the outbox.
 */
@DisplayName("Forfalte frister, én node og to")
class DueTimersBenchmark {

    private static final int TIMERS = Integer.getInteger("tolv.timers", 1000);
    private static final int ROUNDS = Integer.getInteger("tolv.rounds", 1);
    private static final int WARM_UP = Math.max(100, TIMERS / 10);
    private static final String PRINCIPAL = "midtstuen-principal";
    private static final String DUE = "duedate_ <= now() at time zone 'UTC' and retries_ > 0";

    @TempDir
    Path folder;

    @Test
    @DisplayName("Alle går, hver av dem én gang")
    void drain() throws Exception {
        List<Double> alone = new ArrayList<>();
        List<Double> together = new ArrayList<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            fill(postgres);
            for (int round = 0; round < ROUNDS; round++) {
                alone.add(rate(postgres, "alone" + round, 1));
                together.add(rate(postgres, "together" + round, 2));
            }
        }
        System.out.printf(
                "%d due timers, reminders a second: one node %s, two nodes %s, ratio %.2f%n",
                TIMERS, alone, together, median(together) / median(alone));
    }

    private void fill(EmbeddedPostgres postgres) throws Exception {
        TolvProcess tolv = node(postgres, "postgres");
        String caseNumber = tolv.awaitUp()
                .report(
                        "midtstuen-contact-teacher",
                        Answers.reportConcern("p-midtstuen-01", LocalDate.now(TolvClock.OSLO)));
        tolv.awaitUp().theTask(PRINCIPAL, caseNumber, "receiveReport");
        tolv.stop();
        new Replicas(JdbcClient.create(postgres.getPostgresDatabase())).of(caseNumber, WARM_UP + TIMERS);
    }

    private double rate(EmbeddedPostgres postgres, String name, int nodes) throws Exception {
        JdbcClient.create(postgres.getDatabase("postgres", "template1"))
                .sql("create database " + name + " template postgres")
                .update();
        JdbcClient database = JdbcClient.create(postgres.getDatabase("postgres", name));
        List<TolvProcess> running = new ArrayList<>();
        try {
            for (int node = 0; node < nodes; node++) {
                running.add(node(postgres, name));
            }
            running.forEach(TolvProcess::awaitUp);
            drain(database, 1, WARM_UP);
            database.sql("delete from outbox").update();
            drain(database, WARM_UP + 1, WARM_UP + TIMERS);
            return rate(database, nodes);
        } finally {
            for (TolvProcess node : running) {
                node.kill();
            }
        }
    }

    /** Lets the reminders of these copies be due and waits until no job is. */
    private static void drain(JdbcClient database, int first, int last) {
        int due = database.sql("update act_ru_job set duedate_ = now() at time zone 'UTC' - interval '1 minute'"
                        + " where handler_cfg_ like 'event_receiveReportReminder%' and id_ like '%-%-%-%-%-%'"
                        + " and cast(substring(id_ from '[0-9]+$') as bigint) between ? and ?")
                .params(first, last)
                .update();
        assertThat(due).isEqualTo(last - first + 1);
        while (count(database, "select count(*) from act_ru_job where " + DUE) > 0) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** Counts what they did: each case has its one reminder, no job has lost a try. */
    private static double rate(JdbcClient database, int nodes) {
        String reminders = " from outbox where template = 'taskReminder' and recipient = '" + PRINCIPAL + "'";
        long cases = count(database, "select count(distinct case_number)" + reminders);
        long seconds = count(
                database,
                "select cast(1000 * extract(epoch from max(created_at) - min(created_at)) as bigint)" + reminders);
        System.out.printf(
                "%d node(s): %d of %d reminded, %d twice, %d jobs left, %d with a failed try, %.1f s%n",
                nodes,
                cases,
                TIMERS,
                count(database, "select count(*)" + reminders) - cases,
                count(database, "select count(*) from act_ru_job where " + DUE),
                count(database, "select count(*) from act_ru_job where retries_ < 8"),
                seconds / 1000.0);
        assertThat(cases).isEqualTo(TIMERS);
        return Math.round(10 * 1000.0 * cases / seconds) / 10.0;
    }

    private static long count(JdbcClient database, String rows) {
        return database.sql(rows).query(Long.class).single();
    }

    private TolvProcess node(EmbeddedPostgres postgres, String database) throws Exception {
        return TolvProcess.launch(
                folder,
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", database),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--tolv.outbox.interval=P1D");
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
    }
}
