package no.tolv.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** What holds for the engine in every installation; what may differ stands in application.yaml. */
@Component
@DependsOnDatabaseInitialization
class EngineSettings extends AbstractProcessEnginePlugin {

    private final List<BpmnParseListener> listeners;

    EngineSettings(List<BpmnParseListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new ContentFreeHistory()));
        shutDoors(engine);
        listen(engine);
    }

    private static void shutDoors(ProcessEngineConfigurationImpl engine) {
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(true);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setSkipHistoryOptimisticLockingExceptions(false);
    }

    private void listen(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> all = new ArrayList<>(listeners);
        if (engine.getCustomPostBPMNParseListeners() != null) {
            all.addAll(0, engine.getCustomPostBPMNParseListeners());
        }
        engine.setCustomPostBPMNParseListeners(all);
    }
}
