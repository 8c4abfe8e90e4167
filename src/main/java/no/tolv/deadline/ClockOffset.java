package no.tolv.deadline;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the demo clock is ahead of real time, as the database keeps it. */
class ClockOffset {

    private final JdbcClient database;

    ClockOffset(JdbcClient database) {
        this.database = database;
    }

    Duration read() {
        return database.sql("select millis from clock_offset where id = 1")
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
    }

    void write(Duration offset) {
        if (update("update clock_offset set millis = ? where id = 1", offset) == 0) {
            update("insert into clock_offset (id, millis) values (1, ?)", offset);
        }
    }

    private int update(String sql, Duration offset) {
        return database.sql(sql).param(offset.toMillis()).update();
    }
}
