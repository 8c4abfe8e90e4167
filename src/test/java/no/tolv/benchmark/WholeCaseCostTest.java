package no.tolv.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import no.tolv.deadline.SchoolDays;
import no.tolv.deadline.TolvClock;
import no.tolv.engine.form.StartForms;
import org.camunda.bpm.engine.ProcessEngine;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Counts do not depend on the machine: the second case on either side, when definitions and tables are known to the engine. */
@DisplayName("Hva en hel sak koster databasen")
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:cost;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "tolv.outbox.interval=PT24H",
            "tolv.outbox.folder=target/cost-outbox"
        })
@Import(Recording.class)
class WholeCaseCountBenchmark {

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

    private JdbcConnectionPool database;

    @BeforeEach
    void freshDatabase() {
        database = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "bare", "");
    }

    @AfterEach
    void close() {
        database.dispose();
    }

    @Test
    @DisplayName(
            "Saksmappe, logg og varsler medregnet: ikke flere rader, setninger og transaksjoner enn den bare motoren")
    void counted() {
        Walks walks = new Walks(clock, schoolDays);
        StatementCounts ours = second(walks, new TolvSide(engine, recorded, starts));
        StatementCounts theirs;
        try (BareSide bare = BareSide.on(database, recorded, true)) {
            theirs = second(walks, bare);
        }
        String told = "Tolv: " + ours + "\nbare: " + theirs;
        System.out.println(told);
        System.out.println(ours.most(60) + "\nBARE\n" + theirs.most(60));
        assertThat(ours.rows()).as(told).isLessThanOrEqualTo(theirs.rows());
    }

    private static StatementCounts second(Walks walks, Side side) {
        walks.one(side);
        return walks.one(side);
    }
}
