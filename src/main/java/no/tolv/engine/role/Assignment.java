package no.tolv.engine.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Exclusions;
import no.tolv.engine.account.FewGrants;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Pupil;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Teaches the engine who gets a task, and that nobody gets a grant with it. */
@Component
class Assignment extends AbstractProcessEnginePlugin {

    private final TaskParseListener listener;

    @Autowired
    Assignment(RoleResolution resolution, Exclusions exclusions, CaseFiles cases, Organisation organisation) {
        this(resolution, caseNumber -> {
            // Held, so that nobody is excluded while a task is being given to them (INV-04).
            Optional<CaseFile> file = cases.lockIfThere(caseNumber);
            return new CaseCircle(exclusions.of(caseNumber), () -> contactTeacher(file, organisation));
        });
    }

    /** @param circles how staff stand to a case, by case number */
    Assignment(RoleResolution resolution, Function<String, CaseCircle> circles) {
        this.listener = new TaskParseListener(resolution, circles);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>(List.of(listener));
        if (engine.getCustomPreBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPreBPMNParseListeners());
        }
        engine.setCustomPreBPMNParseListeners(listeners);
        engine.setResourceAuthorizationProvider(new FewGrants());
    }

    private static Optional<String> contactTeacher(Optional<CaseFile> file, Organisation organisation) {
        return file.map(CaseFile::pupil).flatMap(organisation::pupil).map(Pupil::contactTeacher);
    }
}
