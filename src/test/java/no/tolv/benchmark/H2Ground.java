package no.tolv.benchmark;

import java.util.UUID;
import javax.sql.DataSource;

/** H2 in memory, as sharp as Tolv runs it; it works on the asking thread and has no processor time of its own. */
class H2Ground implements RaceGround {

    private final String name = UUID.randomUUID().toString();

    @Override
    public String user() {
        return "tolv";
    }

    @Override
    public String url(String database) {
        return "jdbc:h2:mem:" + database + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=0";
    }

    @Override
    public DataSource unmeasured(String database) {
        return pool(database);
    }

    @Override
    public double cpuMillis() {
        return 0;
    }

    @Override
    public String toString() {
        return "H2";
    }
}
