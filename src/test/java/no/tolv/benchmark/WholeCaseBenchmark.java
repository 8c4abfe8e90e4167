package no.tolv.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import no.tolv.deadline.SchoolDays;
import no.tolv.deadline.TolvClock;
import no.tolv.engine.form.StartForms;
import org.camunda.bpm.engine.ProcessEngine;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A whole case in Tolv against the bare engine: counts, processor time of the threads that work, and time, in rounds that
 * take turns. {@code -Dtolv.benchmark.database=postgres} takes PostgreSQL in place of H2; {@code -Dtolv.benchmark.rounds}
 * and {@code -Dtolv.benchmark.cases} (a thread and round) make it longer. Embedded PostgreSQL does not wait for the disk.
 */
@DisplayName("En hel sak mot den bare motoren")
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "tolv.outbox.interval=PT24H",
            "tolv.outbox.folder=target/benchmark-outbox"
        })
@Import(Recording.class)
class WholeCaseBenchmark {

    private static final int ROUNDS = Integer.getInteger("tolv.benchmark.rounds", 3);
    private static final int CASES = Integer.getInteger("tolv.benchmark.cases", 3);
    private static final boolean ON_POSTGRES = "postgres".equals(System.getProperty("tolv.benchmark.database"));

    private static EmbeddedPostgres postgres;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RecordedStatements recorded;

    @Autowired
    StartForms starts;

    @Autowired
    SchoolDays schoolDays;

    @Autowired
    TolvClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private record Round(StatementCounts counts, double seconds) {}

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) throws IOException {
        if (ON_POSTGRES) {
            postgres = EmbeddedPostgres.start();
            settings.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
            settings.add("spring.datasource.username", () -> "postgres");
            settings.add("spring.datasource.password", () -> "postgres");
        } else {
            settings.add("spring.datasource.url", () -> "jdbc:h2:mem:race;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
        }
    }

    @Test
    @DisplayName("Med én, to og fire tråder")
    void race() {
        Walks walks = new Walks(clock, schoolDays);
        Side tolv = new TolvSide(engine, recorded, starts);
        try (BareSide bare = BareSide.on(other(), recorded, true)) {
            walks.several(bare, 2 * CASES, 2);
            walks.several(tolv, 2 * CASES, 2);
            for (int threads : new int[] {1, 2, 4}) {
                rounds(walks, tolv, bare, threads);
            }
        }
    }

    private DataSource other() {
        if (!ON_POSTGRES) {
            return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=10000", "bare", "");
        }
        jdbc.execute("create database bare");
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "bare"));
        pool.setUsername("postgres");
        return pool;
    }

    private void rounds(Walks walks, Side tolv, Side bare, int threads) {
        List<Round> ours = new ArrayList<>();
        List<Round> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            theirs.add(round(walks, bare, threads));
            ours.add(round(walks, tolv, threads));
        }
        int cases = threads * CASES;
        System.out.printf(
                "%s, %d threads, %d cases a round, Tolv / bare a case: statements %.0f / %.0f, rows %.0f / %.0f,"
                        + " commits %.0f / %.0f; paired medians: CPU %.2f, time %.2f; Tolv %.1f ms CPU, %.1f cases a second%n",
                ON_POSTGRES ? "PostgreSQL" : "H2",
                threads,
                cases,
                median(ours, round -> round.counts().statements()) / cases,
                median(theirs, round -> round.counts().statements()) / cases,
                median(ours, round -> round.counts().rows()) / cases,
                median(theirs, round -> round.counts().rows()) / cases,
                median(ours, round -> round.counts().commits()) / cases,
                median(theirs, round -> round.counts().commits()) / cases,
                paired(ours, theirs, round -> round.counts().cpuMillis()),
                paired(ours, theirs, Round::seconds),
                median(ours, round -> round.counts().cpuMillis()) / cases,
                cases / median(ours, Round::seconds));
    }

    private static Round round(Walks walks, Side side, int threads) {
        long from = System.nanoTime();
        StatementCounts counts = walks.several(side, threads * CASES, threads);
        return new Round(counts, (System.nanoTime() - from) / 1e9);
    }

    private static double paired(List<Round> ours, List<Round> theirs, ToDoubleFunction<Round> measure) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ours.size(); round++) {
            ratios.add(measure.applyAsDouble(ours.get(round)) / measure.applyAsDouble(theirs.get(round)));
        }
        return ratios.stream().sorted().toList().get(ratios.size() / 2);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> measure) {
        return rounds.stream().mapToDouble(measure).sorted().toArray()[rounds.size() / 2];
    }
}
