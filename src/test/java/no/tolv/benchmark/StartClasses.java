package no.tolv.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class paths of Tolv and of an application that has Camunda's starters and nothing that Tolv has beside them. */
class StartClasses {

    private static final List<String> NOT_PLAIN = List.of(
            "test-classes",
            "/target/classes",
            "spring-security",
            "spring-boot-starter-security",
            "spring-boot-starter-oauth2",
            "spring-session",
            "spring-boot-starter-actuator",
            "spring-boot-actuator",
            "spring-boot-starter-mail",
            "flyway",
            "thymeleaf");

    private StartClasses() {}

    /** @param folder where its classes are put in a jar, as they are in the image */
    static String tolv(Path folder) {
        Path jar = folder.resolve("tolv.jar");
        String classes = classPath()
                .filter(entry -> entry.endsWith("/target/classes"))
                .findFirst()
                .orElseThrow();
        ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "-c", "-f", jar.toString(), "-C", classes, ".");
        return Stream.concat(Stream.of(jar.toString()), classPath().filter(entry -> !entry.endsWith("classes")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** @param folder where the one class of its application is put by itself */
    static String plain(Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/plain"));
        String name = "PlainCamunda.class";
        Path compiled = Path.of(classPath()
                .filter(entry -> entry.endsWith("test-classes"))
                .findFirst()
                .orElseThrow());
        Path copy = classes.resolve(name);
        if (Files.notExists(copy)) {
            Files.copy(compiled.resolve("plain").resolve(name), copy);
        }
        return Stream.concat(
                        Stream.of(classes.getParent().toString()),
                        classPath().filter(entry -> NOT_PLAIN.stream().noneMatch(entry::contains)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<String> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
    }
}
