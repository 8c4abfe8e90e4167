package no.tolv.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
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

/**
 * A whole case, with its case file, log and notices, costs the database no more than the same diagrams cost on the bare
 * engine. Counts do not depend on the machine: the second case on either side, when definitions and tables are known.
 */
@DisplayName("Hva en hel sak koster databasen")
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:cost;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "tolv.outbox.interval=PT24H",
            "tolv.outbox.folder=target/cost-outbox"
        })
@Import(Recording.class)
class WholeCaseCostTest {

    private static final int SHOWN = 40;

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

    @Test
    @DisplayName("ikke flere rader og ikke flere setninger enn den bare motoren")
    void costsNoMoreThanTheBareEngine() {
        Walks walks = new Walks(clock, schoolDays, 1);
        StatementCounts ours = second(walks, new TolvSide(engine, recorded, new CaseFinder(database), starts));
        StatementCounts theirs = bare(walks);
        String told = "Tolv: " + ours + "\nbare: " + theirs;
        System.out.println(told);
        assertThat(ours.rows()).as(told).isLessThanOrEqualTo(theirs.rows());
        assertThat(ours.statements())
                .as(() -> told + "\n" + ours.most(SHOWN) + "\nBARE\n" + theirs.most(SHOWN))
                .isLessThanOrEqualTo(theirs.statements());
    }

    private StatementCounts bare(Walks walks) {
        JdbcConnectionPool own = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "bare", "");
        try (BareSide bare = BareSide.on(own, recorded, new CaseFinder(own), true)) {
            return second(walks, bare);
        } finally {
            own.dispose();
        }
    }

    private static StatementCounts second(Walks walks, Side side) {
        walks.one(side);
        return walks.one(side);
    }
}
