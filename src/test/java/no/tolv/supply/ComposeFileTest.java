package no.tolv.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** No Docker engine is needed to see that the parts name each other rightly and that nothing stands open. */
@DisplayName("Det docker-compose.yml kobler sammen, finnes")
class ComposeFileTest {

    private static final Path DOCKER = Path.of("src/main/docker");

    private static Map<String, Map<String, Map<String, Object>>> file;
    private static Map<String, Map<String, Object>> services;

    @BeforeAll
    static void read() throws IOException {
        file = new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
        services = file.get("services");
    }

    @Test
    @DisplayName("To like noder")
    void nodesAreAlike() {
        assertThat(services.get("tolv-1")).isEqualTo(services.get("tolv-2"));
    }

    @Test
    @DisplayName("Filene som legges inn, er i prosjektet, og hemmelighetene er det ikke")
    void filesAreThere() throws IOException {
        assertThat(file.get("configs").values())
                .allSatisfy(config -> assertThat(path(config)).isRegularFile());
        assertThat(file.get("secrets").values()).allMatch(secret -> path(secret).startsWith(".secrets"));
        assertThat(Files.readAllLines(Path.of(".gitignore"))).contains(".secrets/");
        assertThat(Files.readAllLines(Path.of(".dockerignore"))).first().isEqualTo("*");
    }

    @Test
    @DisplayName("Hver tjeneste som kalles ved navn, finnes")
    void namesAreServices() throws IOException {
        List<String> called = new ArrayList<>();
        called.addAll(named("Caddyfile", "([a-z0-9-]+):808\\d"));
        called.addAll(named("prometheus.yml", "([a-z0-9-]+):808\\d"));
        called.add(environment("tolv-1", "SPRING_MAIL_HOST"));
        called.add(environment("tolv-1", "TOLV_DATABASE_URL").replaceAll("jdbc:postgresql://([^:]+):.*", "$1"));
        assertThat(called)
                .hasSizeGreaterThan(6)
                .allSatisfy(name -> assertThat(services).containsKey(name));
    }

    @Test
    @DisplayName("Ingenting er åpent for andre enn maskinen selv før noen velger det")
    void nothingStandsOpen() {
        assertThat(services.values())
                .flatExtracting(service -> (List<?>) service.getOrDefault("ports", List.of()))
                .hasSize(3)
                .allSatisfy(port ->
                        assertThat((String) port).matches("(127\\.0\\.0\\.1|\\$\\{TOLV_ADDRESS:-127\\.0\\.0\\.1}):.*"));
    }

    @Test
    @DisplayName("Ingen hemmelighet står i fila")
    void holdsNoSecret() throws IOException {
        assertThat(Files.readString(Path.of("docker-compose.yml"))).doesNotContainPattern("(?i)password: *\\S");
    }

    private static Path path(Map<String, Object> source) {
        return Path.of((String) source.get("file"));
    }

    private static String environment(String service, String name) {
        return (String) ((Map<?, ?>) services.get(service).get("environment")).get(name);
    }

    private static List<String> named(String file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(DOCKER.resolve(file)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
