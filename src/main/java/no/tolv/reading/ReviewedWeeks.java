package no.tolv.reading;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each unit's readings have been looked through; the row is what many nodes take turns on. */
@Repository
class ReviewedWeeks {

    private final JdbcClient jdbc;

    ReviewedWeeks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins at the given moment for a unit that has no row yet; not to be called inside a transaction. */
    void begin(String unit, Instant from) {
        if (find(unit, "").isEmpty()) {
            try {
                jdbc.sql("insert into reading_week (unit, reviewed_until) values (?, ?)")
                        .params(unit, offset(from))
                        .update();
            } catch (DuplicateKeyException otherNode) {
                // it has begun
            }
        }
    }

    /** Holds the unit's row until the transaction ends. */
    Instant lock(String unit) {
        return find(unit, " for update").orElseThrow();
    }

    void moveTo(String unit, Instant until) {
        jdbc.sql("update reading_week set reviewed_until = ? where unit = ?")
                .params(offset(until), unit)
                .update();
    }

    private Optional<Instant> find(String unit, String lock) {
        return jdbc.sql("select reviewed_until from reading_week where unit = ?" + lock)
                .param(unit)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    private static OffsetDateTime offset(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
