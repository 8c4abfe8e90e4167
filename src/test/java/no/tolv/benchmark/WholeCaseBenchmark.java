package no.tolv.benchmark;

import java.io.IOException;
import java.util.Arrays;
import javax.sql.DataSource;
import no.tolv.deadline.SchoolDays;
import no.tolv.deadline.TolvClock;
import no.tolv.engine.form.StartForms;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ActiveProfilesResolver;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A whole case in Tolv, the same diagrams on the bare engine, and the statements of a case of Tolv alone over JDBC. What is
 * asked of the database is counted first; then nothing stands before it, and processor time and rate are taken of clicks
 * and jobs only ({@link Side}). {@code -Dtolv.benchmark.database=postgres} takes PostgreSQL in place of H2, whose own
 * processor time is in its column (H2 works on the worker's thread). {@code -Dtolv.benchmark.threads=1,2,4},
 * {@code .rounds}, {@code .cases} (a thread and round) and {@code .warmup} (cases each, and no less than 15 seconds).
 */
@DisplayName("En hel sak mot den bare motoren")
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "tolv.outbox.interval=PT24H",
            "tolv.outbox.folder=target/benchmark-outbox"
        })
@ActiveProfiles(resolver = WholeCaseBenchmark.AsItShips.class)
@Import(Recording.class)
class WholeCaseBenchmark {

    private static final int ROUNDS = Integer.getInteger("tolv.benchmark.rounds", 7);
    private static final int CASES = Integer.getInteger("tolv.benchmark.cases", 8);
    private static final int WARM_UP = Integer.getInteger("tolv.benchmark.warmup", 300);
    private static final int WARM_UP_SECONDS = 15;
    private static final int AT_A_TIME = 20;
    private static final int PUPILS = Math.max(AT_A_TIME, 4 * CASES);
    private static final boolean ON_POSTGRES = "postgres".equals(System.getProperty("tolv.benchmark.database"));

    private static RaceGround ground;

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

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) throws IOException {
        ground = ON_POSTGRES ? new PostgresGround("tolv", "bare") : new H2Ground();
        settings.add(ON_POSTGRES ? "TOLV_DATABASE_URL" : "spring.datasource.url", () -> ground.url("tolv"));
        settings.add(ON_POSTGRES ? "TOLV_DATABASE_USER" : "spring.datasource.username", ground::user);
        settings.add("TOLV_DATABASE_PASSWORD", () -> "");
    }

    /** With the settings of its profile; the bare engine has its own. */
    static class AsItShips implements ActiveProfilesResolver {

        @Override
        public String[] resolve(Class<?> test) {
            return ON_POSTGRES ? new String[] {"demo", "postgres"} : new String[] {"demo"};
        }
    }

    @Test
    @DisplayName("Med én, to og fire tråder")
    void race() {
        DataSource finding = ground.unmeasured("tolv");
        Pupils.copy(JdbcClient.create(finding), PUPILS);
        Walks walks = new Walks(clock, schoolDays, PUPILS);
        Side tolv = new TolvSide(engine, recorded, new CaseFinder(finding), starts);
        try (BareSide bare =
                BareSide.on(ground.pool("bare"), recorded, new CaseFinder(ground.unmeasured("bare")), true)) {
            count("Tolv", walks, tolv);
            count("bare", walks, bare);
            Replay replay = new Replay(walks.taped(tolv), walks.taped(tolv), plain(), recorded);
            recorded.listen(false);
            Race race = new Race(ground)
                    .with("Tolv", (cases, threads) -> walks.several(tolv, cases, threads))
                    .with("bare", (cases, threads) -> walks.several(bare, cases, threads))
                    .with("replay", replay::several);
            race.warmUp(WARM_UP_SECONDS, WARM_UP, AT_A_TIME);
            threads().forEach(threads -> race.run(ROUNDS, threads * CASES, threads));
        }
    }

    /** The second case, when definitions and tables are known. */
    private static void count(String name, Walks walks, Side side) {
        walks.one(side);
        System.out.printf("%s, %s, a case: %s%n", ground, name, walks.one(side));
    }

    private static DataSource plain() {
        return new DriverManagerDataSource(ground.url("tolv"), ground.user(), "");
    }

    private static java.util.stream.IntStream threads() {
        return Arrays.stream(
                        System.getProperty("tolv.benchmark.threads", "1,2,4").split(","))
                .mapToInt(Integer::parseInt);
    }
}
