package no.tolv.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import no.tolv.casefile.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found out of the ordinary, and what was decided about it; only ever added to. */
@Repository
class Findings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Findings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String review, Finding finding) {
        jdbc.sql("insert into reading_finding (id, review, unit, reader, read_on, sign, found_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(finding.id(), review, finding.unit(), finding.reader())
                .params(finding.day(), finding.sign().code(), now())
                .update();
        finding.readings()
                .forEach(reading -> jdbc.sql("insert into reading_finding_row (finding, reading) values (?, ?)")
                        .params(finding.id(), reading.id())
                        .update());
    }

    /** The findings of a review, always in the same order. */
    List<Finding> of(String review) {
        return jdbc.sql("select * from reading_finding where review = ? order by read_on, reader, sign")
                .param(review)
                .query((row, number) -> read(row))
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody has decided already */
    void decide(Finding finding, String decision, String reason, String by) {
        jdbc.sql("insert into reading_decision (finding, decision, reason, decided_by, decided_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(finding.id(), decision, reason, by, now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Finding read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new Finding(
                id,
                row.getString("unit"),
                row.getString("reader"),
                row.getObject("read_on", LocalDate.class),
                Sign.of(row.getString("sign")),
                readings(id));
    }

    private List<Reading> readings(String finding) {
        return jdbc.sql("select r.* from case_reading r join reading_finding_row f on f.reading = r.id"
                        + " where f.finding = ? order by r.read_at, r.id")
                .param(finding)
                .query((row, number) -> Reading.read(row))
                .list();
    }
}
