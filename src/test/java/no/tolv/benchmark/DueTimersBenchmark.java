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
 * {@code -Dtolv.timers} cases at one school whose reminder is due at the same moment, drained to the last by one
 * node and by two on the same PostgreSQL, which waits for the disk, and the same cores, {@code -Dtolv.rounds} times in
 * turn. Mail is held back, so that the reminders themselves are measured, from the first to the last entry they leave in
 * the logs, after a tenth as many for each node to get warm.
 */
@DisplayName("Forfalte frister, én node og to")
class DueTimersBenchmark {

    private static final int TIMERS = Integer.getInteger("tolv.timers", 1000);
    private static final int ROUNDS = Integer.getInteger("tolv.rounds", 1);
    private static final int NODES = 2;
    private static final int WARM_UP = Math.max(100, TIMERS / 10);
    private static final int MEASURED_FROM = 1 + NODES * WARM_UP;
    private static final String SCHOOL = "midtstuen";
    private static final String DUE = "duedate_ <= now() at time zone 'UTC' and retries_ > 0";

    @TempDir
    Path folder;

    @Test
    @DisplayName("Alle går, hver av dem én gang")
    void drain() throws Exception {
        List<Double> alone = new ArrayList<>();
        List<Double> together = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        try (EmbeddedPostgres postgres = PostgresGround.waitingForTheDisk()) {
            fill(postgres);
            for (int round = 0; round < ROUNDS; round++) {
                alone.add(rate(postgres, "alone" + round, 1));
                together.add(rate(postgres, "together" + round, NODES));
                ratios.add(together.get(round) / alone.get(round));
            }
            // What is not on the disk yet would make the stop take longer than it is given.
            JdbcClient.create(postgres.getPostgresDatabase()).sql("checkpoint").update();
        }
        System.out.printf(
                "%d due timers, reminders a second: one node %s, two nodes %s, median of paired ratios %.2f%n",
                TIMERS, alone, together, median(ratios));
    }

    private void fill(EmbeddedPostgres postgres) throws Exception {
        TolvProcess tolv = node(postgres, "postgres");
        String caseNumber = tolv.awaitUp()
                .report(
                        SCHOOL + "-contact-teacher",
                        Answers.reportConcern("p-midtstuen-01", LocalDate.now(TolvClock.OSLO)));
        tolv.awaitUp().theTask(SCHOOL + "-principal", caseNumber, "receiveReport");
        tolv.stop();
        try (CaseCopies copies = new CaseCopies(postgres.getPostgresDatabase(), SCHOOL, caseNumber)) {
            copies.atTheSchool(1, NODES * WARM_UP + TIMERS);
        }
    }

    private double rate(EmbeddedPostgres postgres, String name, int nodes) throws Exception {
        JdbcClient.create(postgres.getDatabase("postgres", "template1"))
                .sql("create database " + name + " template postgres")
                .update();
        JdbcClient database = JdbcClient.create(postgres.getDatabase("postgres", name));
        // An installation of its own: a copy of another one would be held.
        database.sql("delete from installation").update();
        List<TolvProcess> running = new ArrayList<>();
        try {
            for (int node = 0; node < nodes; node++) {
                running.add(node(postgres, name));
            }
            running.forEach(TolvProcess::awaitUp);
            drain(database, 1, nodes * WARM_UP);
            drain(database, MEASURED_FROM, TIMERS);
            return rate(database, nodes);
        } finally {
            for (TolvProcess node : running) {
                node.kill();
            }
        }
    }

    /** Lets the reminders of these copies be due and waits until no job is. */
    private static void drain(JdbcClient database, int first, int number) {
        int due = database.sql("update act_ru_job set duedate_ = now() at time zone 'UTC' - interval '1 minute'"
                        + " where handler_cfg_ like 'event_receiveReportReminder%' and process_instance_id_ in"
                        + " (select id_ from act_ru_execution where business_key_ like 'BM-2026-%'"
                        + " and cast(substring(business_key_ from 9) as bigint) between ? and ?)")
                .params(first, first + number - 1)
                .update();
        assertThat(due).isEqualTo(number);
        while (count(database, "select count(*) from act_ru_job where " + DUE) > 0) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** Counts what they did, by the log: each case has its one reminder, no job has lost a try. */
    private static double rate(JdbcClient database, int nodes) {
        String reminders = " from log_entry where heading like 'Påminnelse om oppgaven%'"
                + " and cast(substring(case_number from '[0-9]+$') as bigint) >= " + MEASURED_FROM;
        long cases = count(database, "select count(distinct case_number)" + reminders);
        long again = count(database, "select count(*)" + reminders) - cases;
        long left = count(database, "select count(*) from act_ru_job where " + DUE);
        assertThat(List.of(cases, again, left)).isEqualTo(List.of((long) TIMERS, 0L, 0L));
        long millis = count(
                database,
                "select cast(1000 * extract(epoch from max(written_at) - min(written_at)) as bigint)" + reminders);
        System.out.printf(
                "%d node(s): %d of %d reminded, %d twice, %d jobs left, %d with a failed try, %.1f s%n",
                nodes,
                cases,
                TIMERS,
                again,
                left,
                count(database, "select count(*) from act_ru_job where retries_ < 8"),
                millis / 1000.0);
        return Math.round(10 * 1000.0 * cases / millis) / 10.0;
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
