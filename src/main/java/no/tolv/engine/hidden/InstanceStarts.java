package no.tolv.engine.hidden;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.StatisticsManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Sees every instance start, called ones and new rounds too. The history event comes in the transaction of the start,
 * whereas a start listener waits for the job where the start is asynchronous, and the instance would show until then.
 */
@Component
class InstanceStarts extends AbstractProcessEnginePlugin {

    private final ObjectProvider<HideCases> hideCases;

    InstanceStarts(ObjectProvider<HideCases> hideCases) {
        this.hideCases = hideCases;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomHistoryEventHandlers().add(new Starts());
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_AUTO);
        List<SessionFactory> sessions = new ArrayList<>(List.of(new Statistics()));
        if (engine.getCustomSessionFactories() != null) {
            sessions.addAll(engine.getCustomSessionFactories());
        }
        engine.setCustomSessionFactories(sessions);
    }

    private static class Statistics implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return StatisticsManager.class;
        }

        @Override
        public Session openSession() {
            return new VisibleStatistics();
        }
    }

    /** No bean: the engine's starter would add it a second time. */
    private class Starts implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            if (event instanceof HistoricProcessInstanceEventEntity instance
                    && event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_START)) {
                started(instance);
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }
    }

    private void started(HistoricProcessInstanceEventEntity instance) {
        String caseNumber = caseNumber(instance);
        if (caseNumber != null) {
            hideCases.getObject().started(instance.getProcessInstanceId(), caseNumber);
        }
    }

    /** A called process whose diagram does not hand the case number on is still part of its caller's case. */
    private static String caseNumber(HistoricProcessInstanceEventEntity instance) {
        return instance.getBusinessKey() != null ? instance.getBusinessKey() : ofRoot(instance);
    }

    private static String ofRoot(HistoricProcessInstanceEventEntity instance) {
        String root = instance.getRootProcessInstanceId();
        ExecutionEntity found = root == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(root);
        return found == null ? null : found.getBusinessKey();
    }
}
