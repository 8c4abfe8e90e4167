package no.tolv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Output;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an administrator can change in a table changes something. */
@DisplayName("Hver kolonne i tabellene")
class TableColumnsTest {

    static Stream<String> columns() throws IOException {
        return files("processes", ".dmn").stream()
                .flatMap(file -> Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Output.class).stream())
                .map(Output::getName);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("columns")
    @DisplayName("leses av koden eller et diagram")
    void isRead(String column) throws IOException {
        assertThat(isReadIn("src/main/java", ".java", "\\brow(, |\\.get\\(|\\.getOrDefault\\()\"" + column + "\"")
                        || isReadIn("processes", ".bpmn", "\\{decisionResult\\[0]\\." + column + "}"))
                .as("Kolonnen «%s» leses av ingen: bruk den eller ta den ut av tabellen.", column)
                .isTrue();
    }

    private static boolean isReadIn(String folder, String ending, String reading) throws IOException {
        Pattern pattern = Pattern.compile(reading);
        return files(folder, ending).stream()
                .anyMatch(file -> pattern.matcher(text(file)).find());
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
