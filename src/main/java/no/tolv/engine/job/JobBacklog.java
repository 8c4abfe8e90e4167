package no.tolv.engine.job;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is due and nobody has taken, and what has been given up. */
@Repository
class JobBacklog {

    private static final String OLDEST_DUE = """
            select min(coalesce(DUEDATE_, CREATE_TIME_)) from ACT_RU_JOB
            where RETRIES_ > 0 and SUSPENSION_STATE_ = 1
              and (DUEDATE_ is null or DUEDATE_ <= :now)
              and (LOCK_EXP_TIME_ is null or LOCK_EXP_TIME_ <= :now)""";

    private final JdbcClient jdbc;

    JobBacklog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How long the job that has waited longest has been due. */
    Duration oldest() {
        Instant now = ClockUtil.getCurrentTime().toInstant();
        return jdbc.sql(OLDEST_DUE)
                .param("now", Timestamp.from(now))
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(since -> Duration.between(since.toInstant(), now))
                .orElse(Duration.ZERO);
    }

    int incidents() {
        return jdbc.sql("select count(*) from ACT_RU_INCIDENT where ID_ = ROOT_CAUSE_INCIDENT_ID_")
                .query(Integer.class)
                .single();
    }
}
