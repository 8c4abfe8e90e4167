package no.tolv.engine.history;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a failed job says free of content: a database's or a mail server's message may quote a row or an address. */
public class ContentFreeFailures implements FailedJobCommandFactory {

    private static final Logger LOG = LoggerFactory.getLogger(ContentFreeFailures.class);

    @Override
    public Command<Object> getCommand(String job, Throwable failure) {
        if (failure instanceof OptimisticLockingException) {
            return new DefaultJobRetryCmd(job, failure);
        }
        ContentFreeFailure told = ContentFreeFailure.of(failure);
        LOG.warn("Jobben {} mislyktes: {}", job, told.getMessage());
        return new DefaultJobRetryCmd(job, told);
    }
}
