package no.tolv.engine.deployment;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tolv.engine.form.contract.BrokenForm;
import no.tolv.engine.form.contract.FormContract;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;

/** Reads every diagram, table and form before any of them is deployed; the first fault stops it (design §8). */
class SourceCheck {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final List<SourceFile> files;
    private final Set<String> forms;

    SourceCheck(List<SourceFile> files) {
        this.files = files;
        this.forms = files.stream()
                .filter(file -> file.endsWith(".form"))
                .map(SourceFile::id)
                .collect(Collectors.toSet());
    }

    /** @throws StartRefused with one sentence that names the file and the fault */
    void run() {
        for (SourceFile file : files) {
            if (file.endsWith(".form")) {
                checkForm(file);
            } else if (file.endsWith(".dmn")) {
                checkTable(file);
            } else {
                checkDiagram(file);
            }
        }
    }

    private static void checkForm(SourceFile file) {
        try {
            checkId(file, List.of(FormContract.parse(file.content()).id()));
        } catch (BrokenForm broken) {
            throw refused(file, "kan ikke brukes: " + broken.getMessage());
        }
    }

    private static void checkTable(SourceFile file) {
        try {
            DmnModelInstance model = Dmn.readModelFromStream(stream(file));
            checkId(
                    file,
                    model.getModelElementsByType(Decision.class).stream()
                            .map(Decision::getId)
                            .toList());
            TableCells.fault(model).ifPresent(fault -> {
                throw refused(file, fault);
            });
        } catch (ModelException broken) {
            throw refused(file, "er ikke en gyldig DMN-fil: " + XmlFault.of(broken));
        }
    }

    private void checkDiagram(SourceFile file) {
        try {
            BpmnModelInstance model = Bpmn.readModelFromStream(stream(file));
            checkId(
                    file,
                    model.getModelElementsByType(Process.class).stream()
                            .map(Process::getId)
                            .toList());
            Stream.of(UserTask.class, StartEvent.class)
                    .flatMap(type -> model.getModelElementsByType(type).stream())
                    .forEach(element -> checkForm(file, element));
        } catch (ModelException broken) {
            throw refused(file, "er ikke en gyldig BPMN-fil: " + XmlFault.of(broken));
        }
    }

    private void checkForm(SourceFile file, BaseElement element) {
        String form = element.getAttributeValueNs(CAMUNDA, "formRef");
        if (form != null && !forms.contains(form)) {
            throw refused(
                    file, "viser til skjemaet «" + form + "» i «" + element.getId() + "», men skjemaet finnes ikke");
        }
    }

    private static void checkId(SourceFile file, Collection<String> ids) {
        if (ids.stream().noneMatch(id -> Objects.equals(id, file.id()))) {
            String found = ids.isEmpty() ? "ingen" : "«" + String.join("», «", ids) + "»";
            throw refused(file, "skal ha id «" + file.id() + "» som filnavnet sitt, men har " + found);
        }
    }

    private static InputStream stream(SourceFile file) {
        return new ByteArrayInputStream(file.content().getBytes(StandardCharsets.UTF_8));
    }

    private static StartRefused refused(SourceFile file, String fault) {
        return new StartRefused("Filen «" + file.name() + "» " + fault + ".");
    }
}
