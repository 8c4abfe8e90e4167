package no.tolv.engine.deployment;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import no.tolv.engine.confine.Confinement;
import no.tolv.engine.confine.Finding;
import no.tolv.engine.confine.Reading;
import no.tolv.engine.confine.Reading.Kind;
import no.tolv.engine.confine.Reading.Reference;
import no.tolv.engine.form.contract.BrokenForm;
import no.tolv.engine.form.contract.FormContract;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Reads every diagram, table and form before any of them is deployed; the first fault stops it (design §8). First
 * whether a file can be read, then whether it holds only what is harmless, last whether what it asks for is there.
 */
class SourceCheck {

    private final Confinement confinement;
    private final TableCheck tables;
    private final Predicate<Reference> deployed;

    /** @param deployed whether the engine has a process or a table already */
    SourceCheck(Confinement confinement, TableCheck tables, Predicate<Reference> deployed) {
        this.confinement = confinement;
        this.tables = tables;
        this.deployed = deployed;
    }

    /** @throws StartRefused with one sentence that names the file and the fault */
    void run(List<SourceFile> files) {
        requireHarmless(files);
        requireComplete(files);
    }

    /** Every file can be read and holds only what is on the list. */
    void requireHarmless(List<SourceFile> files) {
        for (SourceFile file : files) {
            if (file.endsWith(".form")) {
                checkForm(file);
            } else if (file.endsWith(".dmn")) {
                checkTable(file);
            } else if (file.endsWith(".bpmn")) {
                checkDiagram(file);
            } else {
                throw refused(file, "kan ikke tas i bruk; Tolv leser filer som ender på .bpmn, .dmn og .form");
            }
        }
    }

    /** Every process, table and form a diagram asks for comes along, or is there already. */
    void requireComplete(List<SourceFile> files) {
        files.stream()
                .filter(file -> file.endsWith(".bpmn"))
                .forEach(file -> confinement
                        .diagram(file.bytes())
                        .references()
                        .forEach(wanted -> checkThere(file, wanted, files)));
    }

    private static void checkForm(SourceFile file) {
        try {
            checkId(file, List.of(FormContract.parse(file.content()).id()));
        } catch (BrokenForm broken) {
            throw refused(file, "kan ikke brukes: " + broken.getMessage());
        }
    }

    private void checkTable(SourceFile file) {
        Reading reading = readable(file, confinement.table(file.bytes()), "DMN");
        try {
            DmnModelInstance model = Dmn.readModelFromStream(file.stream());
            checkId(file, ids(model, Decision.class));
            tables.fault(model).ifPresent(fault -> {
                throw refused(file, fault);
            });
            confined(file, reading);
        } catch (ModelException broken) {
            throw refused(file, "er ikke en gyldig DMN-fil: " + XmlFault.of(broken));
        }
    }

    private void checkDiagram(SourceFile file) {
        Reading reading = readable(file, confinement.diagram(file.bytes()), "BPMN");
        try {
            checkId(file, ids(Bpmn.readModelFromStream(file.stream()), Process.class));
        } catch (ModelException broken) {
            throw refused(file, "er ikke en gyldig BPMN-fil: " + XmlFault.of(broken));
        }
        confined(file, reading);
    }

    private static Reading readable(SourceFile file, Reading reading, String kind) {
        reading.unreadable().ifPresent(why -> {
            throw refused(file, "er ikke en gyldig " + kind + "-fil: " + why);
        });
        return reading;
    }

    private static void confined(SourceFile file, Reading reading) {
        reading.findings().stream().map(Finding::toString).findFirst().ifPresent(finding -> {
            throw refused(file, "kan ikke tas i bruk. " + finding.replaceFirst("\\.$", ""));
        });
    }

    private void checkThere(SourceFile file, Reference wanted, List<SourceFile> files) {
        String name = wanted.id() + ending(wanted.kind());
        boolean along = files.stream()
                .anyMatch(other -> other.name().replaceFirst(".*/", "").equals(name));
        if (!along && (wanted.kind() == Kind.FORM || !deployed.test(wanted))) {
            throw refused(
                    file,
                    "viser til %s «%s» i «%s», som ikke finnes. Legg ved %s"
                            .formatted(wanted.kind().word(), wanted.id(), wanted.element(), name));
        }
    }

    private static String ending(Kind kind) {
        return switch (kind) {
            case PROCESS -> ".bpmn";
            case DECISION -> ".dmn";
            case FORM -> ".form";
        };
    }

    private static List<String> ids(ModelInstance model, Class<? extends ModelElementInstance> type) {
        return model.getModelElementsByType(type).stream()
                .map(element -> element.getAttributeValue("id"))
                .toList();
    }

    private static void checkId(SourceFile file, Collection<String> ids) {
        if (ids.stream().noneMatch(id -> Objects.equals(id, file.id()))) {
            String found = ids.isEmpty() ? "ingen" : "«" + String.join("», «", ids) + "»";
            throw refused(file, "skal ha id «" + file.id() + "» som filnavnet sitt, men har " + found);
        }
    }

    private static StartRefused refused(SourceFile file, String fault) {
        return new StartRefused("Filen «" + file.name() + "» " + fault + ".");
    }
}
