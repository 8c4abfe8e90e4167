package no.tolv.plan;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import no.tolv.deadline.Deadlines;
import no.tolv.deadline.SchoolDays;
import no.tolv.deadline.WorkingDays;
import no.tolv.engine.Decisions;
import no.tolv.engine.FormLabels;
import no.tolv.engine.Processes;
import no.tolv.organisation.Organisation;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * Plans, case file, organisation and calendars on a database of their own; only the engine behind them is not there. No
 * stereotype, so that the application's own scan passes it by.
 */
@EnableTransactionManagement
@Import({
    Organisation.class,
    WorkingDays.class,
    SchoolDays.class,
    Deadlines.class,
    FormLabels.class,
    Tables.class,
    PlanStory.class
})
@ComponentScan(basePackages = {"no.tolv.plan", "no.tolv.measure", "no.tolv.evaluation"})
@ComponentScan(
        basePackages = {"no.tolv.casefile", "no.tolv.letter"},
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "no\\.tolv\\.(casefile\\.(CaseFiles|CaseNumbers|CaseLog|Exclusions|Hearings|Involvements|People|TaskRecords)|letter\\.(Documents|PdfRenderer))"))
public class PlanGround {

    /** Monday 23 November 2026, nine in the morning in Oslo. */
    public static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    /** A clock that shows what it is told to. */
    public static class TestClock extends Clock {

        private Instant now = MONDAY;

        public void set(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Oslo");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean(destroyMethod = "dispose")
    JdbcConnectionPool dataSource() {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "tolv", "");
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration", "classpath:db/vendor/h2")
                .load()
                .migrate();
        return pool;
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    Processes processes() {
        return mock(Processes.class);
    }

    @Bean
    Decisions decisions(Tables tables) {
        Decisions decisions = mock(Decisions.class);
        when(decisions.first(anyString(), any()))
                .thenAnswer(asked -> Optional.ofNullable(tables.row(asked.getArgument(0))));
        return decisions;
    }
}
