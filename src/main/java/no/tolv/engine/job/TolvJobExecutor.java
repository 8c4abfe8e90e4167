package no.tolv.engine.job;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/**
 * Runs the engine's jobs. One that comes with a lock that has run out was begun before and never ended: it is suspected
 * of taking its node down, its starts are counted, and after five of them it becomes an incident. Suspects run one at a
 * time, so that those which only stood beside the bad one end and are cleared. While something holds it takes none; it asks
 * each time, so that a hold that begins or ends needs no node to be restarted.
 */
class TolvJobExecutor extends SpringJobExecutor {

    private static final int NEVER_TAKEN = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UnfinishedStarts starts;
    private final Runnable turn;
    private final BooleanSupplier held;
    private final Set<String> suspects = ConcurrentHashMap.newKeySet();
    private final ReentrantLock alone = new ReentrantLock();
    private final LongAdder done = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /** @param turn waits until it is this node's turn to take jobs, in the transaction that takes them */
    TolvJobExecutor(UnfinishedStarts starts, Runnable turn, BooleanSupplier held) {
        this.starts = starts;
        this.turn = turn;
        this.held = held;
    }

    long done() {
        return done.sum();
    }

    long failed() {
        return failed.sum();
    }

    @Override
    public Command<AcquiredJobs> getAcquireJobsCmd(int jobs) {
        return held.getAsBoolean() ? context -> new AcquiredJobs(jobs) : take(jobs);
    }

    private Command<AcquiredJobs> take(int jobs) {
        return new AcquireJobsCmd(this, jobs) {
            @Override
            public AcquiredJobs execute(CommandContext context) {
                turn.run();
                return super.execute(context);
            }

            @Override
            protected void lockJob(AcquirableJobEntity job) {
                if (job.getRevision() > NEVER_TAKEN && starts.hasLeftALock(job.getId())) {
                    suspects.add(job.getId());
                }
                super.lockJob(job);
            }
        };
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        return new ExecuteJobsRunnable(jobs, engine) {
            @Override
            protected void executeJob(String job, CommandExecutor engine, JobFailureCollector failure) {
                Runnable run = () -> counted(failure, () -> super.executeJob(job, engine, failure));
                if (suspects.remove(job)) {
                    suspect(job, engine, run);
                } else {
                    run.run();
                }
            }
        };
    }

    private void counted(JobFailureCollector failure, Runnable job) {
        try {
            job.run();
        } finally {
            (failure.getFailure() == null ? done : failed).increment();
        }
    }

    private void suspect(String job, CommandExecutor engine, Runnable run) {
        boolean aloneNow = waitForTheOthers();
        try {
            (starts.another(job) ? run : giveUp(job, engine)).run();
        } finally {
            if (aloneNow) {
                alone.unlock();
            }
            starts.forgetEnded(job);
        }
    }

    private static Runnable giveUp(String job, CommandExecutor engine) {
        return () -> engine.execute(new GiveUp(job));
    }

    /** One that hangs must not keep the rest waiting for good. */
    private boolean waitForTheOthers() {
        try {
            return alone.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
