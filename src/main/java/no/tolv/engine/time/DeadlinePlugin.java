package no.tolv.engine.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.tolv.deadline.TolvClock;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives the engine our deadlines and, after demo time travel, our time. */
@Component
class DeadlinePlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TaskDeadlines> deadlines;
    private final TolvClock clock;

    DeadlinePlugin(ObjectProvider<TaskDeadlines> deadlines, TolvClock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners =
                new ArrayList<>(Optional.ofNullable(configuration.getCustomPostBPMNParseListeners())
                        .orElse(List.of()));
        listeners.add(new DeadlineParseListener(deadlines::getObject));
        configuration.setCustomPostBPMNParseListeners(listeners);
        if (!clock.offset().isZero()) {
            ClockUtil.offset(clock.offset().toMillis());
        }
    }
}
