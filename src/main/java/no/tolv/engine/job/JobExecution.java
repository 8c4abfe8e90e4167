package no.tolv.engine.job;

import no.tolv.engine.Hold;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;

/** The executor of jobs in the place of the engine's own, with the same settings. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class JobExecution {

    @Bean
    @ConfigurationProperties("camunda.bpm.job-execution")
    TolvJobExecutor jobExecutor(
            @Qualifier("camundaTaskExecutor") TaskExecutor threads,
            UnfinishedStarts starts,
            TakingTurns turns,
            ObjectProvider<Hold> holds) {
        TolvJobExecutor executor =
                new TolvJobExecutor(starts, turns::await, () -> holds.stream().anyMatch(Hold::holds));
        executor.setTaskExecutor(threads);
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        return executor;
    }
}
