package no.tolv.engine.deployment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import no.tolv.engine.TableCodes;
import no.tolv.engine.confine.TestConfinement;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The check of files, without an application around it: nothing is deployed yet. */
public final class SourceChecks {

    private SourceChecks() {}

    static SourceCheck check(TableCodes... readers) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        Stream.of(readers).forEach(reader -> beans.addBean(reader.toString(), reader));
        ObjectProvider<TableCodes> codes = beans.getBeanProvider(TableCodes.class);
        TableCheck tables = new TableCheck(new AnswerColumns(codes), new QuestionColumns(codes));
        return new SourceCheck(TestConfinement.withOurSteps(), tables, wanted -> false, SourceChecks::diagrams);
    }

    private static List<BpmnModelInstance> diagrams() {
        return shipped().stream()
                .filter(file -> file.endsWith(".bpmn"))
                .map(file -> Bpmn.readModelFromStream(file.stream()))
                .toList();
    }

    /** Checks one file that brings nothing else along. */
    public static void run(String name, String content) {
        check().run(List.of(file(name, content)));
    }

    static SourceFile file(String name, String content) {
        return new SourceFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static List<SourceFile> shipped() {
        return SourceFile.below("file:./");
    }
}
