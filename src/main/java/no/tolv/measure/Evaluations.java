package no.tolv.measure;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What plans and measures came to, inserted and never changed. */
@Repository
public class Evaluations {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Evaluations(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(database);
    }

    public void add(Evaluation evaluation) {
        add(List.of(evaluation));
    }

    public void add(List<Evaluation> evaluations) {
        batches.batchUpdate("""
                insert into evaluation (case_number, plan_version, measure, evaluated_on, evaluated_by,
                  recorded_at, pupil_safe, effect, next_step, note)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, evaluations.stream().map(Evaluations::row).toList());
    }

    private static Object[] row(Evaluation evaluation) {
        return new Object[] {
            evaluation.caseNumber(),
            evaluation.planVersion(),
            evaluation.measure(),
            evaluation.evaluatedOn(),
            evaluation.evaluatedBy(),
            evaluation.recordedAt().atOffset(ZoneOffset.UTC),
            evaluation.pupilSafe(),
            evaluation.effect(),
            evaluation.next(),
            evaluation.note()
        };
    }

    /** Oldest first. */
    public List<Evaluation> of(String caseNumber) {
        return jdbc.sql("select * from evaluation where case_number = ? order by id")
                .param(caseNumber)
                .query(Evaluations::read)
                .list();
    }

    /** What was last said of each measure of a case; a measure nobody has evaluated is not there. */
    public Map<UUID, Evaluation> latest(String caseNumber) {
        return of(caseNumber).stream()
                .filter(evaluation -> evaluation.measure() != null)
                .collect(toMap(Evaluation::measure, identity(), (earlier, later) -> later));
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
