package no.tolv.letter;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import no.tolv.casefile.CaseFiles;
import no.tolv.organisation.Organisation;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The real repositories on an own database in memory, with two schools, a few people and a clock that can be moved. */
public class LetterGround implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final DataSource database;
    public final MovableClock clock;

    public LetterGround(Map<String, Object> settings, Class<?>... more) {
        this(inMemory(), "h2", settings, more);
    }

    /** On an empty database of the vendor's. */
    public LetterGround(DataSource empty, String vendor, Map<String, Object> settings, Class<?>... more) {
        this(filled(pooled(empty), vendor), new MovableClock(), settings, more);
    }

    /** A second node on the same database, by the same clock. */
    public LetterGround(LetterGround other, Map<String, Object> settings, Class<?>... more) {
        this(other.database, other.clock, settings, more);
    }

    private LetterGround(DataSource database, MovableClock clock, Map<String, Object> settings, Class<?>... more) {
        this.database = database;
        this.clock = clock;
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(database));
        context.registerBean(Clock.class, () -> clock);
        context.register(Organisation.class);
        for (Class<?> bean : more) {
            context.register(bean);
        }
        context.register(MailChannels.class);
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new AnnotationTypeFilter(Configuration.class));
        scanner.scan("no.tolv.casefile", "no.tolv.letter");
        context.refresh();
    }

    private static DataSource pooled(DataSource database) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(database);
        return new HikariDataSource(pool);
    }

    private static DataSource inMemory() {
        return JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "tolv", "");
    }

    private static DataSource filled(DataSource database, String vendor) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                .load()
                .migrate();
        people(JdbcClient.create(database));
        return database;
    }

    private static void people(JdbcClient jdbc) {
        run(jdbc, "insert into unit values ('nittedal', 'Eierkommunen', 'OWNER', 'nittedal', 'nb', true)");
        run(jdbc, "insert into unit values ('hagen', 'Hageskolen', 'SCHOOL', 'nittedal', 'nb', true)");
        run(jdbc, "insert into unit values ('aune', 'Auneskulen', 'SCHOOL', 'nittedal', 'nn', true)");
        staff(jdbc, "hagen-principal", "hagen", "principal");
        staff(jdbc, "hagen-deputy-principal", "hagen", "deputyPrincipal");
        staff(jdbc, "hagen-contact-teacher", "hagen", "contactTeacher");
        staff(jdbc, "aune-principal", "aune", "principal");
        staff(jdbc, "nittedal-owner", "nittedal", "owner");
        run(
                jdbc,
                "insert into pupil values"
                        + " ('p1', 'Elev Ekorn', 'hagen', '7B', date '2014-03-01', 'hagen-contact-teacher', true)");
        guardian(jdbc, "g1", true, false);
        guardian(jdbc, "g2", false, false);
        guardian(jdbc, "g3", true, true);
    }

    private static void staff(JdbcClient jdbc, String id, String unit, String role) {
        run(jdbc, "insert into staff values ('" + id + "', 'Ansatt Alke', '" + id + "@skole.invalid', true)");
        run(jdbc, "insert into staff_role values ('" + id + "', '" + unit + "', '" + role + "')");
        run(jdbc, "insert into staff_role values ('" + id + "', '" + unit + "', 'employee')");
    }

    private static void guardian(JdbcClient jdbc, String id, boolean responsible, boolean hidden) {
        run(
                jdbc,
                "insert into guardian values ('%s', 'p1', 'Foresatt Ekorn', '%s@hjem.invalid', %s, %s, true)"
                        .formatted(id, id, responsible, hidden));
    }

    private static void run(JdbcClient jdbc, String sql) {
        jdbc.sql(sql).update();
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    /** Opens a case for the one pupil. */
    public String openCase(String unit) {
        Instant now = clock.instant();
        return get(CaseFiles.class)
                .open(unit, "p1", now, now.plus(Duration.ofDays(7)))
                .caseNumber();
    }

    @Override
    public void close() {
        context.close();
    }

    /** A clock that stands still until it is moved. */
    public static class MovableClock extends Clock {

        private volatile Instant now = START;

        public void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
