package no.tolv.access.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Hver endring som er åpen for noen, står i matrisen over hvem som kan gjøre den")
class WritesInMatrixTest {

    private static final Path MATRIX = Path.of("src/test/resources/write-matrix.csv");
    private static final Set<String> WRITES = Set.of("POST", "PUT", "DELETE", "PATCH");

    /** The engine's queries are POST too; they end in the name of a list. */
    private static final Pattern QUERY = Pattern.compile("(/engine-rest|/camunda/api/cockpit)(/.*)?"
            + "/(count|list|singleResult|group|task|execution|process-instance|variable-instance|job|job-definition"
            + "|external-task|job-log|called-process-definitions|[*]{2})");

    /** In and out, and the page for those without a login: each has tests of its own. */
    private static final Pattern DOORS = Pattern.compile("/login|/logout|/meld.*|/camunda/api/admin/auth/.*");

    private final Routes routes = new Routes();

    @Test
    @DisplayName("ingen rad i rutefilen mangler")
    void everyOpenWriteIsCalled() throws IOException {
        Set<Route> called = Files.readAllLines(MATRIX).stream()
                .filter(line -> line.matches("\\w+;[A-Z]+ /.*"))
                .map(line -> line.split(";")[1].replaceAll("<\\w+>", "x").split(" "))
                .map(call -> routes.of(call[0], call[1]))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        assertThat(routes.all())
                .filteredOn(WritesInMatrixTest::isOpenWrite)
                .hasSizeGreaterThan(15)
                .filteredOn(route -> !called.contains(route))
                .isEmpty();
    }

    private static boolean isOpenWrite(Route route) {
        String path = route.paths().get(0).getPatternString();
        return !route.isShut()
                && route.methods().stream().anyMatch(WRITES::contains)
                && !QUERY.matcher(path).matches()
                && !DOORS.matcher(path).matches();
    }
}
