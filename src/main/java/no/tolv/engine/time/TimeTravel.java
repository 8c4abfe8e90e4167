package no.tolv.engine.time;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.tolv.deadline.TolvClock;
import no.tolv.engine.job.JobThreads;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lives through the time up to an instant: moves the clock to each due job in turn and runs it, so that every timer
 * fires at its own hour and in its own order. A job that fails is counted and left to the engine's retries.
 */
@Component
@Profile("demo")
public class TimeTravel {

    private static final Logger log = LoggerFactory.getLogger(TimeTravel.class);
    private static final int TRIES = 5;
    private static final int MOST_JOBS = 20_000;

    private final ProcessEngine engine;
    private final TolvClock clock;
    private final ApplicationEventPublisher events;

    TimeTravel(ProcessEngine engine, TolvClock clock, ApplicationEventPublisher events) {
        this.engine = engine;
        this.clock = clock;
        this.events = events;
    }

    /** What happened on the way. */
    public record Journey(int jobsRun, int failed) {}

    /** Moves the clock to an instant and runs what becomes due on the way, each at its own time. */
    public synchronized Journey to(Instant target) {
        JobThreads threads = new JobThreads(engine);
        boolean wasActive = threads.isActive();
        threads.stop();
        try {
            return withoutUser(target);
        } finally {
            if (wasActive) {
                threads.start();
            }
        }
    }

    /** Jobs belong to nobody: the traveller's own rights neither help nor hinder. */
    private Journey withoutUser(Instant target) {
        IdentityService identity = engine.getIdentityService();
        Authentication traveller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return new Steps(target).walk();
        } finally {
            identity.setAuthentication(traveller);
        }
    }

    private class Steps {

        private final ManagementService jobs = engine.getManagementService();
        private final Instant target;
        private final Map<String, Integer> tries = new HashMap<>();
        private int run;
        private int failed;

        Steps(Instant target) {
            this.target = target;
        }

        Journey walk() {
            runDue();
            for (Optional<Instant> next = next(); next.isPresent() && run < MOST_JOBS; next = next()) {
                moveTo(next.get());
            }
            moveTo(target);
            return new Journey(run, failed);
        }

        private void moveTo(Instant instant) {
            clock.moveTo(instant);
            ClockUtil.offset(clock.offset().toMillis());
            events.publishEvent(new ClockMoved(clock.instant()));
            runDue();
        }

        private Optional<Instant> next() {
            JobQuery waiting = jobs.createJobQuery()
                    .active()
                    .withRetriesLeft()
                    .duedateHigherThan(Date.from(clock.instant()))
                    .duedateLowerThan(Date.from(target))
                    .orderByJobDuedate()
                    .asc();
            return first(waiting).map(job -> job.getDuedate().toInstant());
        }

        private void runDue() {
            for (Optional<Job> job = due(); job.isPresent() && run < MOST_JOBS; job = due()) {
                run(job.get());
            }
        }

        private Optional<Job> due() {
            return first(jobs.createJobQuery()
                    .active()
                    .executable()
                    .orderByJobDuedate()
                    .asc());
        }

        private Optional<Job> first(JobQuery query) {
            List<Job> page = query.listPage(0, tries.size() + 1);
            return page.stream()
                    .filter(job -> tries.getOrDefault(job.getId(), 0) < TRIES)
                    .findFirst();
        }

        private void run(Job job) {
            try {
                jobs.executeJob(job.getId());
                tries.remove(job.getId());
                run++;
            } catch (OptimisticLockingException somebodyElse) {
                again(job);
            } catch (RuntimeException failure) {
                leave(job);
            }
        }

        private void again(Job job) {
            if (tries.merge(job.getId(), 1, Integer::sum) == TRIES) {
                failed++;
            }
        }

        /** A job that is gone was taken by the engine itself; one that is still there has failed. */
        private void leave(Job job) {
            tries.put(job.getId(), TRIES);
            if (jobs.createJobQuery().jobId(job.getId()).count() > 0) {
                failed++;
                log.warn("Jobben {} i {} feilet under tidsreisen.", job.getId(), job.getProcessDefinitionKey());
            }
        }
    }
}
