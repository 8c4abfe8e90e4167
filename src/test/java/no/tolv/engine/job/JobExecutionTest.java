package no.tolv.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.h2.Driver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

@DisplayName("Jobbene kjøres med innstillingene i application.yaml")
class JobExecutionTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withUserConfiguration(JobExecution.class)
            .withBean("camundaTaskExecutor", SimpleAsyncTaskExecutor.class)
            .withBean(
                    UnfinishedStarts.class, () -> new UnfinishedStarts(JdbcClient.create(new SimpleDriverDataSource())))
            .withBean(
                    TakingTurns.class,
                    () -> new TakingTurns(new JdbcTemplate(new SimpleDriverDataSource(new Driver(), "jdbc:h2:mem:"))));

    @Test
    @DisplayName("fem minutters lås, tre jobber om gangen, og det en installasjon setter selv")
    void settings() {
        context.withPropertyValues("camunda.bpm.job-execution.max-wait=4711").run(started -> {
            TolvJobExecutor executor = started.getBean(TolvJobExecutor.class);
            assertThat(executor.getLockTimeInMillis()).isEqualTo(300_000);
            assertThat(executor.getMaxJobsPerAcquisition()).isEqualTo(3);
            assertThat(executor.getWaitTimeInMillis()).isEqualTo(1000);
            assertThat(executor.getMaxWait()).isEqualTo(4711);
        });
    }

    @Test
    @DisplayName("ingen kjører dem når de er slått av")
    void off() {
        context.withPropertyValues("camunda.bpm.job-execution.enabled=false")
                .run(started -> assertThat(started).doesNotHaveBean(TolvJobExecutor.class));
    }
}
