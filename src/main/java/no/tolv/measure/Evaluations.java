package no.tolv.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What plans and measures came to, inserted and never changed. */
@Repository
public class Evaluations {

    private final JdbcClient jdbc;

    Evaluations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Evaluation evaluation) {
        jdbc.sql("""
                insert into evaluation (case_number, plan_version, measure, evaluated_on, evaluated_by,
                  recorded_at, pupil_safe, effect, next_step, note)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(evaluation.caseNumber(), evaluation.planVersion(), evaluation.measure())
                .params(evaluation.evaluatedOn(), evaluation.evaluatedBy())
                .param(evaluation.recordedAt().atOffset(ZoneOffset.UTC))
                .params(evaluation.pupilSafe(), evaluation.effect(), evaluation.next(), evaluation.note())
                .update();
    }

    /** Oldest first. */
    public List<Evaluation> of(String caseNumber) {
        return jdbc.sql("select * from evaluation where case_number = ? order by id")
                .param(caseNumber)
                .query(Evaluations::read)
                .list();
    }

    /** What was last said of a measure. */
    public Optional<Evaluation> latestOf(UUID measure) {
        return jdbc.sql("""
                select * from evaluation where measure = ? order by id desc fetch first 1 rows only
                """).param(measure).query(Evaluations::read).optional();
    }

    private static Evaluation read(ResultSet row, int number) throws SQLException {
        return new Evaluation(
                row.getString("case_number"),
                row.getInt("plan_version"),
                row.getObject("measure", UUID.class),
                row.getObject("evaluated_on", LocalDate.class),
                row.getString("evaluated_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("pupil_safe", Boolean.class),
                row.getString("effect"),
                row.getString("next_step"),
                row.getString("note"));
    }
}
