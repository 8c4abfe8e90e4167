package no.tolv.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.locks.LockSupport;
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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * How much a database grows by cases walked to their end ({@code -Dtolv.benchmark.cases=200}) and by cases left open with
 * their first task ({@code -Dtolv.benchmark.open=1000}), and how much more of the heap is in use then, told per 1,000.
 * {@code -Dtolv.benchmark.database=postgres} takes PostgreSQL (after a vacuum that gives back what is empty) in place of
 * H2 in a file (made compact), which keeps pages in the same heap: only PostgreSQL shows what Tolv itself keeps.
 */
@DisplayName("Hvor stor plass saker tar")
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "tolv.outbox.interval=PT24H",
            "tolv.outbox.folder=target/size-outbox"
        })
@Import(Recording.class)
class SizeBenchmark {

    private static final int CASES = Integer.getInteger("tolv.benchmark.cases", 200);
    private static final int OPEN = Integer.getInteger("tolv.benchmark.open", 1000);
    private static final int AT_A_TIME = 20;
    private static final int TO_KNOW_EVERYTHING = 20;
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private static DatabaseSize size;

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
    DataSource database;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) throws IOException {
        size = "postgres".equals(System.getProperty("tolv.benchmark.database")) ? new PostgresSize() : new H2Size();
        settings.add("spring.datasource.url", size::url);
        settings.add("spring.datasource.username", size::user);
    }

    @Test
    @DisplayName("I databasen og i minnet, for tusen saker")
    void sizes() {
        recorded.listen(false);
        Pupils.copy(JdbcClient.create(database), OPEN + TO_KNOW_EVERYTHING);
        Walks walks = new Walks(clock, schoolDays, OPEN + TO_KNOW_EVERYTHING);
        Side tolv = new TolvSide(engine, recorded, new CaseFinder(database), starts);
        inTurns(TO_KNOW_EVERYTHING, cases -> walks.several(tolv, cases, 2));
        told("closed", CASES, () -> inTurns(CASES, cases -> walks.several(tolv, cases, 2)));
        inTurns(TO_KNOW_EVERYTHING, cases -> walks.opened(tolv, cases));
        told("open", OPEN, () -> inTurns(OPEN, cases -> walks.opened(tolv, cases)));
        System.out.println(size.biggest(JdbcClient.create(database)));
    }

    private interface Turn {
        void walk(int cases);
    }

    private static void inTurns(int cases, Turn turn) {
        for (int left = cases; left > 0; left -= AT_A_TIME) {
            turn.walk(Math.min(left, AT_A_TIME));
        }
    }

    private void told(String kind, int cases, Runnable walk) {
        JdbcClient jdbc = JdbcClient.create(database);
        long bytes = size.bytes(jdbc);
        long used = usedHeap();
        walk.run();
        System.out.printf(
                "%s, %d %s cases: database %+.1f MB, heap in use %+.2f MB per 1,000%n",
                size, cases, kind, perThousand(size.bytes(jdbc) - bytes, cases), perThousand(usedHeap() - used, cases));
    }

    private static double perThousand(long bytes, int cases) {
        return bytes / 1e6 * 1000 / cases;
    }

    /** What is left when the collector has looked several times and caches have had time to let go. */
    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int look = 0; look < 5; look++) {
            System.gc();
            LockSupport.parkNanos(200_000_000L);
            least = Math.min(least, MEMORY.getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
