package no.tolv.concern;

import java.util.UUID;
import no.tolv.engine.Decisions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The decision tables we ship, in an engine of their own. */
@TestConfiguration
@Import(Decisions.class)
class ShippedTables {

    @Bean(destroyMethod = "close")
    ProcessEngine engine() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("processes/caseRouting.dmn")
                .addClasspathResource("processes/categories.dmn")
                .deploy();
        return engine;
    }
}
