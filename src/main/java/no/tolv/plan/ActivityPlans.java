package no.tolv.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The plans of all cases, every version kept. */
@Repository
public class ActivityPlans {

    private static final String SELECT = "select * from activity_plan ";

    private final JdbcClient jdbc;
    private final Clock clock;

    ActivityPlans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All versions, oldest first. */
    public List<ActivityPlan> of(String caseNumber) {
        return jdbc.sql(SELECT + "where case_number = ? order by plan_version")
                .param(caseNumber)
                .query(ActivityPlans::read)
                .list();
    }

    public Optional<ActivityPlan> find(String caseNumber, int version) {
        return jdbc.sql(SELECT + "where case_number = ? and plan_version = ?")
                .params(caseNumber, version)
                .query(ActivityPlans::read)
                .optional();
    }

    /** The plan in force. */
    public Optional<ActivityPlan> active(String caseNumber) {
        return jdbc.sql(SELECT + "where active_case = ?")
                .param(caseNumber)
                .query(ActivityPlans::read)
                .optional();
    }

    /** A version that has been written but has not come into force. */
    public Optional<ActivityPlan> draft(String caseNumber) {
        return jdbc.sql(SELECT + "where case_number = ? and status = 'DRAFT'")
                .param(caseNumber)
                .query(ActivityPlans::read)
                .optional();
    }

    /** The number the next version of the case's plan gets. */
    public int nextVersion(String caseNumber) {
        return jdbc.sql("select coalesce(max(plan_version), 0) + 1 from activity_plan where case_number = ?")
                .param(caseNumber)
                .query(Integer.class)
                .single();
    }

    public void add(ActivityPlan draft) {
        ActivityPlan.Texts texts = draft.texts();
        jdbc.sql("""
                insert into activity_plan (case_number, plan_version, case_round, status, problem_pupil,
                  problem_findings, group_assessment, pupil_view, guardians_view, best_interest, school_assessment,
                  level_reason, communication_summary, evaluation_on, archive_number, created_by, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        draft.caseNumber(),
                        draft.version(),
                        draft.round(),
                        draft.status().name())
                .params(texts.problemPupil(), texts.problemFindings(), texts.groupAssessment(), texts.pupilView())
                .params(texts.guardiansView(), texts.bestInterest(), texts.schoolAssessment(), texts.levelReason())
                .params(texts.communicationSummary())
                .params(draft.evaluationOn(), draft.archiveNumber(), draft.createdBy(), utc(draft.createdAt()))
                .update();
    }

    /** Removes a version that never came into force; what was written stays in the record of its task. */
    public void discardDraft(String caseNumber, int version) {
        jdbc.sql("delete from activity_plan where case_number = ? and plan_version = ? and status = 'DRAFT'")
                .params(caseNumber, version)
                .update();
    }

    /** Puts a version in force instead of the one before it; {@code measure} is any of its measures (INV-08). */
    void activate(String caseNumber, int version, UUID measure) {
        leave(caseNumber, ActivityPlan.Status.REPLACED);
        jdbc.sql("""
                update activity_plan set status = 'ACTIVE', active_case = case_number, first_measure = ?,
                  activated_at = ? where case_number = ? and plan_version = ?
                """).params(measure, utc(clock.instant()), caseNumber, version).update();
    }

    /** Ends the plan in force (NIT-90). */
    public void end(String caseNumber) {
        leave(caseNumber, ActivityPlan.Status.ENDED);
    }

    void setDocument(String caseNumber, int version, String document) {
        jdbc.sql("update activity_plan set document_id = ? where case_number = ? and plan_version = ?")
                .params(document, caseNumber, version)
                .update();
    }

    private void leave(String caseNumber, ActivityPlan.Status status) {
        jdbc.sql("update activity_plan set status = ?, active_case = null, ended_at = ? where active_case = ?")
                .params(status.name(), utc(clock.instant()), caseNumber)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static ActivityPlan read(ResultSet row, int number) throws SQLException {
        return new ActivityPlan(
                row.getString("case_number"),
                row.getInt("plan_version"),
                row.getInt("case_round"),
                ActivityPlan.Status.valueOf(row.getString("status")),
                texts(row),
                row.getObject("evaluation_on", LocalDate.class),
                row.getString("archive_number"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("activated_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                row.getString("document_id"));
    }

    private static ActivityPlan.Texts texts(ResultSet row) throws SQLException {
        return new ActivityPlan.Texts(
                row.getString("problem_pupil"),
                row.getString("problem_findings"),
                row.getString("group_assessment"),
                row.getString("pupil_view"),
                row.getString("guardians_view"),
                row.getString("best_interest"),
                row.getString("school_assessment"),
                row.getString("level_reason"),
                row.getString("communication_summary"));
    }
}
