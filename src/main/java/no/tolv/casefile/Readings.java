package no.tolv.casefile;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has read what in which case, or tried to; only ever added to. */
@Repository
public class Readings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Readings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Notes one reading at server time.
     *
     * @param what a code of at most 64 characters
     * @param allowed false when the reader was turned away
     */
    public void add(String caseNumber, String reader, String what, boolean allowed) {
        jdbc.sql("insert into case_reading (case_number, reader, read_at, what, allowed) values (?, ?, ?, ?, ?)")
                .params(caseNumber, reader, clock.instant().atOffset(ZoneOffset.UTC), what, allowed)
                .update();
    }
}
