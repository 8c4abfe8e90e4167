package no.tolv.restore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database knows of itself: which installation it is, where it lay, how far it has come, whether it is held. */
@Repository
class Installation {

    /**
     * The one row.
     *
     * @param mark the same as long as the installation lives, also through a restore
     * @param home where the database lay when it was last signed
     * @param beat how often it has been signed
     * @param heldSince null when it is not held
     */
    record State(String mark, String home, long beat, Instant heldSince, String heldReason) {

        boolean isHeld() {
            return heldSince != null;
        }
    }

    private final JdbcClient jdbc;

    Installation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the row the first time. */
    State read() {
        return find().orElseGet(() -> {
            begin();
            return find().orElseThrow();
        });
    }

    private void begin() {
        try {
            jdbc.sql("insert into installation (only_row, mark, home, beat) values (1, ?, ?, 0)")
                    .params(UUID.randomUUID().toString(), home())
                    .update();
        } catch (DuplicateKeyException otherNode) {
            // It is there.
        }
    }

    private Optional<State> find() {
        return jdbc.sql("select * from installation")
                .query((row, number) -> state(row))
                .optional();
    }

    /** Where the database lies now. */
    String home() {
        return jdbc.sql("select home from database_home").query(String.class).single();
    }

    /** Says that it works, here and now. */
    State sign() {
        jdbc.sql("update installation set beat = beat + 1 where held_since is null")
                .update();
        return read();
    }

    /** Keeps the first reason. */
    void hold(String reason, Instant now) {
        jdbc.sql("update installation set held_since = ?, held_reason = ? where held_since is null")
                .params(Timestamp.from(now), reason)
                .update();
    }

    /** While it is held: what a node remembers is not forgotten when it is released. */
    void reach(long beat) {
        jdbc.sql("update installation set beat = ? where beat < ?")
                .params(beat, beat)
                .update();
    }

    /** From now on it belongs where it lies; false when it was not held, or another node was faster. */
    boolean release(long beat) {
        return jdbc.sql("update installation set held_since = null, held_reason = null, home = ?, beat = ?"
                                + " where held_since is not null")
                        .params(home(), beat)
                        .update()
                == 1;
    }

    private static State state(ResultSet row) throws SQLException {
        Timestamp since = row.getTimestamp("held_since");
        return new State(
                row.getString("mark"),
                row.getString("home"),
                row.getLong("beat"),
                since == null ? null : since.toInstant(),
                row.getString("held_reason"));
    }
}
