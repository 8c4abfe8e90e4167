package no.tolv.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has been heard in a case. */
@Repository
public class Hearings {

    private final JdbcClient jdbc;

    Hearings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Hearing hearing) {
        jdbc.sql("""
                insert into hearing (case_number, case_round, pupil, heard_by, heard_on, heard_how, statement,
                  safe, declined, weighed, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(hearing.caseNumber(), hearing.round(), hearing.pupil(), hearing.heardBy(), hearing.heardOn())
                .params(hearing.how(), hearing.statement(), hearing.safe(), hearing.declined(), hearing.weighed())
                .param(hearing.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Oldest first. */
    public List<Hearing> of(String caseNumber) {
        return jdbc.sql("select * from hearing where case_number = ? order by id")
                .param(caseNumber)
                .query(Hearings::read)
                .list();
    }

    /** The newest hearing of the case's own pupil. */
    public Optional<Hearing> latestOfPupil(String caseNumber) {
        return jdbc.sql("""
                select h.* from hearing h join case_file c on c.case_number = h.case_number and c.pupil = h.pupil
                where h.case_number = ? order by h.id desc fetch first 1 rows only
                """).param(caseNumber).query(Hearings::read).optional();
    }

    private static Hearing read(ResultSet row, int number) throws SQLException {
        return new Hearing(
                row.getString("case_number"),
                row.getInt("case_round"),
                row.getString("pupil"),
                row.getString("heard_by"),
                row.getObject("heard_on", LocalDate.class),
                row.getString("heard_how"),
                row.getString("statement"),
                row.getObject("safe", Boolean.class),
                row.getBoolean("declined"),
                row.getString("weighed"),
                Instants.read(row, "recorded_at"));
    }
}
