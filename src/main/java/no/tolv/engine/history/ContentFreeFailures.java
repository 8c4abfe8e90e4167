package no.tolv.engine.history;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a failed job says free of content: a database's or a mail server's message may quote a row or an address. A
 * job that came second to somebody else in its case has not failed: it is free at once, and not after the first pause.
 */
public class ContentFreeFailures implements FailedJobCommandFactory {

    private static final Logger LOG = LoggerFactory.getLogger(ContentFreeFailures.class);

    @Override
    public Command<Object> getCommand(String job, Throwable failure) {
        if (failure instanceof OptimisticLockingException) {
            return context -> free(context.getJobManager().findJobById(job));
        }
        ContentFreeFailure told = ContentFreeFailure.of(failure);
        LOG.warn("Jobben {} mislyktes: {}", job, told.getMessage());
        return new DefaultJobRetryCmd(job, told);
    }

    /** Null when whoever came first has done the job itself. */
    private static Object free(JobEntity job) {
        if (job != null) {
            job.unlock();
        }
        return null;
    }
}
