package no.tolv.engine.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has stopped and waits for somebody, told without content: which step, never of whose case. */
@Repository
public class FailedJobs {

    private static final String FAILED = """
            select i.CONFIGURATION_ as job, i.ID_ as incident, j.PROCESS_DEF_KEY_ as process,
                   i.ACTIVITY_ID_ as step, i.INCIDENT_TYPE_ as kind, i.INCIDENT_TIMESTAMP_ as since
            from ACT_RU_INCIDENT i left join ACT_RU_JOB j on j.ID_ = i.CONFIGURATION_
            where i.ID_ = i.ROOT_CAUSE_INCIDENT_ID_
            order by i.INCIDENT_TIMESTAMP_, i.ID_""";

    /**
     * A step that has stopped.
     *
     * @param job id of the job that has no tries left
     * @param kind {@code failedJob}, or what else the engine calls it
     */
    public record FailedJob(String incident, String job, String process, String step, String kind, Instant since) {}

    private final JdbcClient jdbc;

    FailedJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All there are, the oldest first. */
    public List<FailedJob> all() {
        return jdbc.sql(FAILED)
                .query((row, number) -> new FailedJob(
                        row.getString("incident"),
                        row.getString("job"),
                        row.getString("process"),
                        row.getString("step"),
                        row.getString("kind"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    Optional<FailedJob> of(String job) {
        return all().stream().filter(one -> job.equals(one.job())).findFirst();
    }
}
