package no.tolv.node.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import no.tolv.engine.deployment.StartRefused;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Noden starter ikke på en database den ikke kjenner")
class FirstLookTest {

    private final FirstLook look = new FirstLook(new StartTurn());
    private JdbcClient jdbc;
    private DataSource database;

    @BeforeEach
    void empty() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        database = h2;
        jdbc = JdbcClient.create(h2);
    }

    @Test
    @DisplayName("en tom database får tabellene sine, og en som har dem, står urørt")
    void startsAnew() {
        look.migrate(flyway());
        assertThatCode(() -> look.migrate(flyway())).doesNotThrowAnyException();
        assertThat(count("select count(*) from node")).isZero();
    }

    @Test
    @DisplayName(
            "en som er endret av en nyere Tolv, nektes med hvilken endring det gjelder, med mindre noen har sagt ja til det")
    void newer() {
        look.migrate(flyway());
        history("9999", true);
        assertThatThrownBy(() -> look.migrate(flyway()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("endring 9999")
                .hasMessageContaining("Start den nyere");
        assertThatCode(() -> look.migrate(flyway("*:future"))).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("en der en endring stoppet halvveis, nektes")
    void halfWay() {
        look.migrate(flyway());
        jdbc.sql("update \"flyway_schema_history\" set \"success\" = false where \"version\" = '14'")
                .update();
        assertThatThrownBy(() -> look.migrate(flyway()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("Endring 14")
                .hasMessageContaining("sikkerhetskopien");
    }

    @Test
    @DisplayName("en endring som ikke lar seg gjøre, sies uten å sitere en rad")
    void failing() {
        jdbc.sql("create table node (id integer)").update();
        assertThatThrownBy(() -> look.migrate(flyway()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("SQL-tilstand 42S01");
    }

    @Test
    @DisplayName("motorens tabeller må være av vår versjon")
    void engine() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Database.requireEngineSchema(connection);
            jdbc.sql("create table ACT_GE_SCHEMA_LOG (ID_ varchar(64), TIMESTAMP_ timestamp, VERSION_ varchar(255))")
                    .update();
            jdbc.sql("insert into ACT_GE_SCHEMA_LOG values ('0', timestamp '2025-01-01 00:00:00', '7.23.0')")
                    .update();
            assertThatThrownBy(() -> Database.requireEngineSchema(connection))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("«7.23.0»");
            jdbc.sql("insert into ACT_GE_SCHEMA_LOG values ('1', timestamp '2026-01-01 00:00:00', '7.24.0')")
                    .update();
            Database.requireEngineSchema(connection);
        }
    }

    @Test
    @DisplayName("klokka må gå innenfor fem sekunder fra databasens")
    void clock() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Database.requireSameTime(connection, ahead(4));
            assertThatThrownBy(() -> Database.requireSameTime(connection, ahead(-90)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("sekunder etter databasens");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:tcp://localhost/tolv",
                "jdbc:h2:ssl://localhost/tolv",
                "jdbc:h2:file:./data/tolv;auto_server=true;LOCK_TIMEOUT=1"
            })
    @DisplayName("en H2-database som kan deles, nektes")
    void sharedH2(String url) {
        assertThatThrownBy(() -> OneNodeOnH2.check(url))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("spring.datasource.url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:h2:file:./data/tolv;LOCK_TIMEOUT=1", "jdbc:h2:mem:x", "jdbc:postgresql://localhost/tolv"})
    @DisplayName("en som ikke kan deles, eller er laget for det, går bra")
    void other(String url) {
        assertThatCode(() -> OneNodeOnH2.check(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "28P01"})
    @DisplayName("en database som ikke svarer eller ikke slipper inn, sies i en setning")
    void unreachable(String state) {
        FailureAnalysis told = new DatabaseUnreachableAnalyzer()
                .analyze(new IllegalStateException(new SQLException("who knows", state)));
        assertThat(told.getDescription()).startsWith("Databasen ").doesNotContain("who knows");
    }

    @Test
    @DisplayName("en databasefil som er i bruk, sies i en setning, og andre feil i databasen overlates til andre")
    void inUse() {
        DatabaseUnreachableAnalyzer analyzer = new DatabaseUnreachableAnalyzer();
        assertThat(analyzer.analyze(new IllegalStateException(new SQLException("", "90020", 90020)))
                        .getDescription())
                .startsWith("Databasefilen er i bruk");
        assertThat(analyzer.analyze(new IllegalStateException(new SQLException("", "42P01"))))
                .isNull();
    }

    private Flyway flyway(String... ignored) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/h2")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .ignoreMigrationPatterns(ignored)
                .load();
    }

    private void history(String version, boolean success) {
        jdbc.sql("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\","
                        + " \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                        + " values (?, ?, 'later', 'SQL', 'later.sql', 1, 'sa', 1, ?)")
                .params(Integer.parseInt(version), version, success)
                .update();
    }

    private long count(String rows) {
        return jdbc.sql(rows).query(Long.class).single();
    }

    private static Clock ahead(long seconds) {
        return Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
    }
}
