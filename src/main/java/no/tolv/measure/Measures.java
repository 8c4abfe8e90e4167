package no.tolv.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The measures of all plans, by case and version. */
@Repository
public class Measures {

    private static final String SELECT = "select m.* from measure m ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Measures(JdbcClient jdbc, DataSource database, Clock clock) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(database);
        this.clock = clock;
    }

    /** Keeps the measures of a plan version that exists. */
    public void add(List<Measure> measures) {
        batches.batchUpdate("""
                insert into measure (id, case_number, plan_version, position, what, cause, level_code, target_code,
                  responsible, starts_on, ends_on, evaluation_on, effect_sign, intrusive, status, status_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, measures.stream().map(this::row).toList());
    }

    private Object[] row(Measure measure) {
        return new Object[] {
            measure.id(),
            measure.caseNumber(),
            measure.planVersion(),
            measure.position(),
            measure.what(),
            measure.cause(),
            measure.level().code(),
            targetCode(measure),
            measure.responsible(),
            measure.startsOn(),
            measure.endsOn(),
            measure.evaluationOn(),
            measure.effectSign(),
            measure.intrusive(),
            measure.status().name(),
            now()
        };
    }

    /** Removes the measures of a version that never came into force. */
    public void discardDraft(String caseNumber, int version) {
        jdbc.sql("delete from measure where case_number = ? and plan_version = ? and status = 'DRAFT'")
                .params(caseNumber, version)
                .update();
    }

    public Optional<Measure> find(UUID id) {
        return jdbc.sql(SELECT + "where m.id = ?")
                .param(id)
                .query(Measures::read)
                .optional();
    }

    /** The measures of a version, in the order they were written. */
    public List<Measure> of(String caseNumber, int version) {
        return jdbc.sql(SELECT + "where m.case_number = ? and m.plan_version = ? order by m.position")
                .params(caseNumber, version)
                .query(Measures::read)
                .list();
    }

    /** The measures of all versions of a case, oldest version first. */
    public List<Measure> of(String caseNumber) {
        return jdbc.sql(SELECT + "where m.case_number = ? order by m.plan_version, m.position")
                .param(caseNumber)
                .query(Measures::read)
                .list();
    }

    /** The measures of the plan that is in force, carried out or not. */
    public List<Measure> inForce(String caseNumber) {
        return jdbc.sql(SELECT + """
                join activity_plan p on p.case_number = m.case_number and p.plan_version = m.plan_version
                where p.active_case = ? order by m.position
                """).param(caseNumber).query(Measures::read).list();
    }

    public void setStatus(UUID id, Measure.Status status) {
        jdbc.sql("update measure set status = ?, status_at = ? where id = ?")
                .params(status.name(), now(), id)
                .update();
    }

    /** Lets the drafted measures of a version begin. */
    public void activate(String caseNumber, int version) {
        change(caseNumber, version, Measure.Status.DRAFT, Measure.Status.ACTIVE);
    }

    /** Marks what is still going on in a version; what has been carried out stays so. */
    public void finish(String caseNumber, int version, Measure.Status status) {
        change(caseNumber, version, Measure.Status.ACTIVE, status);
    }

    private void change(String caseNumber, int version, Measure.Status from, Measure.Status to) {
        jdbc.sql(
                        "update measure set status = ?, status_at = ? where case_number = ? and plan_version = ? and status = ?")
                .params(to.name(), now(), caseNumber, version, from.name())
                .update();
    }

    /** How many measures are in force, by case number; a case without any is not there. */
    public Map<String, Integer> activeByCase() {
        Map<String, Integer> found = new HashMap<>();
        jdbc.sql("select case_number, count(*) from measure where status = 'ACTIVE' group by case_number")
                .query(row -> {
                    found.put(row.getString(1), row.getInt(2));
                });
        return found;
    }

    private static String targetCode(Measure measure) {
        return Optional.ofNullable(measure.target()).map(Measure.Target::code).orElse(null);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Measure read(ResultSet row, int number) throws SQLException {
        return new Measure(
                row.getObject("id", UUID.class),
                row.getString("case_number"),
                row.getInt("plan_version"),
                row.getInt("position"),
                row.getString("what"),
                row.getString("cause"),
                Measure.Level.of(row.getString("level_code")),
                Optional.ofNullable(row.getString("target_code"))
                        .map(Measure.Target::of)
                        .orElse(null),
                row.getString("responsible"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("evaluation_on", LocalDate.class),
                row.getString("effect_sign"),
                row.getBoolean("intrusive"),
                Measure.Status.valueOf(row.getString("status")),
                row.getObject("status_at", OffsetDateTime.class).toInstant());
    }
}
