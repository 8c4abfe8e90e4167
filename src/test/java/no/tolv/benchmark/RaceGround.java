package no.tolv.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** Where those who race keep their rows: each in a database of its own, all of the same kind. */
interface RaceGround {

    String user();

    String url(String database);

    /** Connections as an application has them, ready before they are needed. */
    default HikariDataSource pool(String database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url(database));
        pool.setUsername(user());
        pool.setPassword("");
        pool.setMaxLifetime(0);
        return pool;
    }

    /** Connections for finding what waits; what they cost the database is in nobody's sum. */
    DataSource unmeasured(String database);

    /** Processor time the database's own processes have used, NaN where nobody can tell. */
    double cpuMillis();
}
