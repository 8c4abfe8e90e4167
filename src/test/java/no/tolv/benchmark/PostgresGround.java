package no.tolv.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL with a database for each, that waits for the disk as in production. */
class PostgresGround implements RaceGround {

    private static final String UNMEASURED = "unmeasured";

    private final EmbeddedPostgres postgres;
    private final JdbcClient jdbc;
    private final PostgresCpu cpu;

    PostgresGround(String... databases) throws IOException {
        postgres = waitingForTheDisk();
        HikariDataSource own = pool("postgres");
        own.setMaximumPoolSize(1);
        own.addDataSourceProperty("ApplicationName", UNMEASURED);
        jdbc = JdbcClient.create(own);
        cpu = new PostgresCpu(jdbc, UNMEASURED);
        for (String database : databases) {
            jdbc.sql("create database " + database).update();
        }
    }

    static EmbeddedPostgres waitingForTheDisk() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    @Override
    public String user() {
        return "postgres";
    }

    @Override
    public String url(String database) {
        return postgres.getJdbcUrl("postgres", database);
    }

    @Override
    public DataSource unmeasured(String database) {
        HikariDataSource pool = pool(database);
        pool.addDataSourceProperty("ApplicationName", UNMEASURED);
        return pool;
    }

    @Override
    public double cpuMillis() {
        return cpu.millis();
    }

    @Override
    public String toString() {
        return "PostgreSQL "
                + jdbc.sql("select current_setting('server_version')")
                        .query(String.class)
                        .single() + " (fsync "
                + jdbc.sql("select current_setting('fsync')")
                        .query(String.class)
                        .single() + ")";
    }
}
