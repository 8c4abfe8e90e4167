package no.tolv.engine.job;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Jobs in numbers, without saying whose. */
@Component
class JobMetrics implements MeterBinder {

    private final JobBacklog backlog;
    private final ObjectProvider<TolvJobExecutor> executor;

    JobMetrics(JobBacklog backlog, ObjectProvider<TolvJobExecutor> executor) {
        this.backlog = backlog;
        this.executor = executor;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("tolv.incidents", backlog, JobBacklog::incidents).register(registry);
        Gauge.builder("tolv.jobs.oldest.due", backlog, all -> all.oldest().toSeconds())
                .baseUnit("seconds")
                .register(registry);
        executor.ifAvailable(jobs -> count(jobs, registry));
    }

    private static void count(TolvJobExecutor jobs, MeterRegistry registry) {
        FunctionCounter.builder("tolv.jobs.done", jobs, TolvJobExecutor::done).register(registry);
        FunctionCounter.builder("tolv.jobs.failed", jobs, TolvJobExecutor::failed)
                .register(registry);
    }
}
