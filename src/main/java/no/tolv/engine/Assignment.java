package no.tolv.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import no.tolv.casefile.Exclusions;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Teaches the engine who gets a task, and that whoever has one may do it but not hand it on or move its dates. */
@Component
class Assignment extends AbstractProcessEnginePlugin {

    private final TaskParseListener listener;

    @Autowired
    Assignment(RoleResolution resolution, Exclusions exclusions) {
        this(resolution, exclusions::of);
    }

    /** @param exclusions staff shut out of the case, by case number */
    Assignment(RoleResolution resolution, Function<String, Set<String>> exclusions) {
        this.listener = new TaskParseListener(resolution, exclusions);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>(List.of(listener));
        if (engine.getCustomPreBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPreBPMNParseListeners());
        }
        engine.setCustomPreBPMNParseListeners(listeners);
        engine.setDefaultUserPermissionForTask(Permissions.TASK_WORK);
        engine.setResourceAuthorizationProvider(new OwnAccount());
    }
}
