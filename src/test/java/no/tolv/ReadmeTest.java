package no.tolv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("README sier det som er sant")
class ReadmeTest {

    private static final Pattern PATH = Pattern.compile("`((?:src|processes|forms)/?[\\w./*-]*)`");
    private static final Pattern USER = Pattern.compile("`((?:nittedal|hagen|oslo|trosterud|midtstuen)-[a-z-]+)`");
    private static final Pattern PROPERTY = Pattern.compile("`(tolv\\.[a-z.-]+|TOLV_[A-Z_]+)`");

    private final String readme = read(Path.of("README.md"));

    @Test
    @DisplayName("Mapper og filer som nevnes, finnes")
    void pathsExist() {
        assertThat(matches(PATH))
                .isNotEmpty()
                .allSatisfy(
                        path -> assertThat(Path.of(path.replace("*.bpmn", "").replace("*.form", "")))
                                .exists());
    }

    @Test
    @DisplayName("Brukere som nevnes, finnes i demokommunen")
    void usersExist() {
        String staff = read(Path.of("src/main/resources/demo/staff.csv"));
        assertThat(matches(USER))
                .isNotEmpty()
                .allSatisfy(user -> assertThat(staff).contains("\n" + user + ";"));
    }

    @Test
    @DisplayName("Innstillinger som nevnes, leses av koden")
    void settingsAreRead() throws IOException {
        String code;
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            code = read(Path.of("docker-compose.yml"))
                    + String.join(
                            "\n",
                            files.filter(file -> file.toString().matches(".*\\.(java|yaml)"))
                                    .map(ReadmeTest::read)
                                    .toList());
        }
        assertThat(matches(PROPERTY))
                .isNotEmpty()
                .allSatisfy(property -> assertThat(code).containsAnyOf("${" + property, "getProperty(\"" + property));
    }

    @Test
    @DisplayName("Hver pakke står i mappekartet")
    void everyPackageIsOnTheMap() throws IOException {
        try (Stream<Path> packages = Files.list(Path.of("src/main/java/no/tolv"))) {
            assertThat(packages.filter(Files::isDirectory))
                    .allSatisfy(folder -> assertThat(readme).contains("`" + folder + "`"));
        }
    }

    private List<String> matches(Pattern pattern) {
        return pattern.matcher(readme).results().map(found -> found.group(1)).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
