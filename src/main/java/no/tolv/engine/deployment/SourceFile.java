package no.tolv.engine.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A file the engine is given, under a name that is the same from a jar and from a folder; read once, however many ask. */
final class SourceFile {

    private final String name;
    private final byte[] bytes;
    private BpmnModelInstance diagram;
    private DmnModelInstance table;

    /** @param name for example {@code processes/activityDuty.bpmn} */
    SourceFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** All diagrams, tables and forms below a root such as {@code classpath*:}, by name. */
    static List<SourceFile> below(String root) {
        return Stream.of("processes/*.bpmn", "processes/*.dmn", "forms/*.form")
                .flatMap(pattern -> find(root, pattern))
                .sorted(Comparator.comparing(SourceFile::name))
                .toList();
    }

    private static Stream<SourceFile> find(String root, String pattern) {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(root + pattern);
            return Arrays.stream(found).map(file -> read(pattern.replaceFirst("/.*", "/"), file));
        } catch (IOException e) {
            throw new StartRefused("Mappen «" + root + pattern + "» kan ikke leses.");
        }
    }

    private static SourceFile read(String folder, Resource file) {
        String name = folder + file.getFilename();
        try {
            return new SourceFile(name, file.getContentAsByteArray());
        } catch (IOException e) {
            throw new StartRefused("Filen «" + name + "» kan ikke leses.");
        }
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The name without folder and ending. */
    String id() {
        return name.replaceFirst(".*/", "").replaceFirst("\\.\\w+$", "");
    }

    String content() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /** @throws ModelException when it is none */
    BpmnModelInstance diagram() {
        if (diagram == null) {
            diagram = Bpmn.readModelFromStream(stream());
        }
        return diagram;
    }

    /** @throws ModelException when it is none */
    DmnModelInstance table() {
        if (table == null) {
            table = Dmn.readModelFromStream(stream());
        }
        return table;
    }

    /** @param fault the rest of a sentence that begins with the file, without its full stop */
    StartRefused refused(String fault) {
        return new StartRefused("Filen «" + name + "» " + fault + ".");
    }

    boolean endsWith(String ending) {
        return name.endsWith(ending);
    }
}
