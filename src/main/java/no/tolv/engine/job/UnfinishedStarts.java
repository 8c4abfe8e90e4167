package no.tolv.engine.job;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Counts how often a job was begun and never came to an end. A lock that ran out uses up no retry, so a job that takes
 * its node down would go from node to node for ever. The first start is not written down, so that an ordinary job costs
 * nothing: that it came to no end is seen from the lock it leaves behind.
 */
@Repository
class UnfinishedStarts {

    private static final int MOST = 5;
    private static final int NOT_WRITTEN_DOWN = 1;

    private final JdbcClient jdbc;

    UnfinishedStarts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a job has an owner. When nobody runs it, it was begun and has not ended: one that has, well or not, has none. */
    boolean hasLeftALock(String job) {
        return jdbc.sql("select count(*) from ACT_RU_JOB where ID_ = ? and LOCK_OWNER_ is not null")
                        .param(job)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Writes down one more start of a job that has left a lock behind, in a transaction of its own, so that it stands
     * there if the node does not survive.
     *
     * @return false when it has had enough of them and must not be started
     */
    boolean another(String job) {
        if (NOT_WRITTEN_DOWN + writtenDown(job) >= MOST) {
            return false;
        }
        if (update("update job_attempt set attempts = attempts + 1 where job_id = ?", job) == 0) {
            update("insert into job_attempt (job_id, attempts) values (?, 1)", job);
        }
        return true;
    }

    /** Forgets the starts of a job that came to an end, well or not, or is started no more: it has no lock then. */
    void forgetEnded(String job) {
        if (!hasLeftALock(job)) {
            update("delete from job_attempt where job_id = ?", job);
        }
    }

    /** Starts of jobs that have gone away with their case. */
    @Scheduled(fixedDelayString = "PT6H")
    void forgetGone() {
        jdbc.sql("delete from job_attempt where job_id not in (select ID_ from ACT_RU_JOB)")
                .update();
    }

    private int writtenDown(String job) {
        return jdbc.sql("select attempts from job_attempt where job_id = ?")
                .param(job)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private int update(String sql, String job) {
        return jdbc.sql(sql).param(job).update();
    }
}
