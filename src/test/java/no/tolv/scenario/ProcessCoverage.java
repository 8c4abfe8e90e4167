package no.tolv.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestComponent;

/** Which nodes and flows of the deployed diagrams the scenarios have passed, taken from the engine itself. */
@TestComponent
class ProcessCoverage extends AbstractProcessEnginePlugin {

    private static final Set<String> ALL = new ConcurrentSkipListSet<>();
    private static final Set<String> PASSED = new ConcurrentSkipListSet<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = new ArrayList<>(
                configuration.getCustomPostBPMNParseListeners() == null
                        ? List.of()
                        : configuration.getCustomPostBPMNParseListeners());
        listeners.add(new Recorder());
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    /** {@code process:element} of everything no scenario has passed. */
    static Set<String> missing() {
        Set<String> missing = new TreeSet<>(ALL);
        missing.removeAll(PASSED);
        return missing;
    }

    private static class Recorder extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            watch(process.getKey(), process);
        }

        private void watch(String process, ScopeImpl scope) {
            for (ActivityImpl activity : scope.getActivities()) {
                listen(process, activity);
                watch(process, activity);
            }
        }

        private void listen(String process, ActivityImpl activity) {
            String node = process + ":" + activity.getId().replace("#multiInstanceBody", "");
            ALL.add(node);
            activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) passed -> PASSED.add(node));
            for (var outgoing : activity.getOutgoingTransitions()) {
                String flow = process + ":" + outgoing.getId();
                ALL.add(flow);
                ((TransitionImpl) outgoing)
                        .addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) taken -> PASSED.add(flow));
            }
        }
    }
}
