package no.tolv.engine.deployment;

import static java.util.stream.Stream.concat;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import no.tolv.engine.confine.Confinement;
import no.tolv.engine.confine.Finding;
import no.tolv.engine.confine.Reading;
import no.tolv.engine.confine.Reading.Kind;
import no.tolv.engine.confine.Reading.Reference;
import no.tolv.engine.form.contract.BrokenForm;
import no.tolv.engine.form.contract.FormContract;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
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
    private final Supplier<List<BpmnModelInstance>> there;

    /**
     * @param deployed whether the engine has a process or a table already
     * @param there the diagrams that the engine has already, in their latest version
     */
    SourceCheck(
            Confinement confinement,
            TableCheck tables,
            Predicate<Reference> deployed,
            Supplier<List<BpmnModelInstance>> there) {
        this.confinement = confinement;
        this.tables = tables;
        this.deployed = deployed;
        this.there = there;
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
                throw file.refused("kan ikke tas i bruk; Tolv leser filer som ender på .bpmn, .dmn og .form");
            }
        }
    }

    /** Every process, table and form a diagram asks for, and every task and event a table has a row for, comes along or is there already. */
    void requireComplete(List<SourceFile> files) {
        files.stream()
                .filter(file -> file.endsWith(".bpmn"))
                .forEach(file -> confinement
                        .diagram(file.bytes())
                        .references()
                        .forEach(wanted -> checkThere(file, wanted, files)));
        List<BpmnModelInstance> old = files.isEmpty() ? List.of() : there.get();
        EndlessCheck.run(ending(files, ".bpmn"), old);
        requireAskedFor(files, old);
    }

    private void requireAskedFor(List<SourceFile> files, List<BpmnModelInstance> old) {
        DiagramCodes codes = DiagramCodes.of(
                concat(old.stream(), ending(files, ".bpmn").stream().map(SourceFile::diagram)));
        ending(files, ".dmn").forEach(file -> refuse(file, tables.unknownInDiagrams(file.table(), codes)));
    }

    /** Every unit and municipality a table has a row for is in the roster. */
    void requireKnownPlaces(List<SourceFile> files) {
        ending(files, ".dmn")
                .forEach(file -> refuse(file, unknownPlaces(file).stream().findFirst()));
    }

    List<String> unknownPlaces(SourceFile table) {
        return tables.unknownPlaces(table.table());
    }

    private static List<SourceFile> ending(List<SourceFile> files, String ending) {
        return files.stream().filter(file -> file.endsWith(ending)).toList();
    }

    private static void refuse(SourceFile file, Optional<String> fault) {
        fault.ifPresent(told -> {
            throw file.refused(told);
        });
    }

    private static void checkForm(SourceFile file) {
        try {
            checkId(file, List.of(FormContract.parse(file.content()).id()));
        } catch (BrokenForm broken) {
            throw file.refused("kan ikke brukes: " + broken.getMessage());
        }
    }

    private void checkTable(SourceFile file) {
        Reading reading = readable(file, confinement.table(file.bytes()), "DMN");
        try {
            DmnModelInstance model = file.table();
            checkId(file, ids(model, Decision.class));
            refuse(file, tables.fault(model));
            confined(file, reading);
        } catch (ModelException broken) {
            throw file.refused("er ikke en gyldig DMN-fil: " + XmlFault.of(broken));
        }
    }

    private void checkDiagram(SourceFile file) {
        Reading reading = readable(file, confinement.diagram(file.bytes()), "BPMN");
        try {
            checkId(file, ids(file.diagram(), Process.class));
        } catch (ModelException broken) {
            throw file.refused("er ikke en gyldig BPMN-fil: " + XmlFault.of(broken));
        }
        confined(file, reading);
    }

    private static Reading readable(SourceFile file, Reading reading, String kind) {
        reading.unreadable().ifPresent(why -> {
            throw file.refused("er ikke en gyldig " + kind + "-fil: " + why);
        });
        return reading;
    }

    private static void confined(SourceFile file, Reading reading) {
        reading.findings().stream().map(Finding::toString).findFirst().ifPresent(finding -> {
            throw file.refused("kan ikke tas i bruk. " + finding.replaceFirst("\\.$", ""));
        });
    }

    private void checkThere(SourceFile file, Reference wanted, List<SourceFile> files) {
        String name = wanted.id() + ending(wanted.kind());
        boolean along = files.stream()
                .anyMatch(other -> other.name().replaceFirst(".*/", "").equals(name));
        if (!along && (wanted.kind() == Kind.FORM || !deployed.test(wanted))) {
            throw file.refused("viser til %s «%s» i «%s», som ikke finnes. Legg ved %s"
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
            throw file.refused("skal ha id «" + file.id() + "» som filnavnet sitt, men har " + found);
        }
    }
}
