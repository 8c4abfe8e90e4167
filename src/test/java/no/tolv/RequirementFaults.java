package no.tolv;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** What is wrong with the list of requirements: each fault a sentence that begins with the row's id. */
class RequirementFaults {

    private static final Path TESTS = Path.of("src/test/java");
    private static final Set<String> STATUSES = Set.of("met", "partly", "later", "out");

    private final RequirementPlaces places = new RequirementPlaces();
    private final Map<String, Class<?>> testClasses = testClasses();

    /** Every row of the catalogue has exactly one line, of its kind. */
    List<String> ofRows(List<Requirement> rows) {
        Map<String, String> kinds = RequirementCatalogue.kinds();
        List<String> faults = new ArrayList<>();
        Set<String> missing = new HashSet<>(kinds.keySet());
        for (Requirement row : rows) {
            if (!kinds.containsKey(row.id())) {
                faults.add(row.id() + " is not in the catalogue");
            } else if (!missing.remove(row.id())) {
                faults.add(row.id() + " has two lines");
            } else if (!kinds.get(row.id()).equals(row.kind())) {
                faults.add(row.id() + " is of kind " + kinds.get(row.id()));
            }
        }
        missing.forEach(id -> faults.add(id + " is missing"));
        return faults;
    }

    /** What a status asks for is there: places and tests, or a note. */
    List<String> ofStatuses(List<Requirement> rows) {
        return rows.stream().flatMap(this::ofStatus).toList();
    }

    private Stream<String> ofStatus(Requirement row) {
        boolean isBuilt = Set.of("met", "partly").contains(row.status());
        return Stream.of(
                        fault(!STATUSES.contains(row.status()), row, "has the unknown status " + row.status()),
                        fault(
                                row.status().equals("out") != row.kind().equals("out"),
                                row,
                                "mixes out with something else"),
                        fault(isBuilt && row.places().isEmpty(), row, "says no place"),
                        fault(isBuilt && row.tests().isEmpty(), row, "says no test"),
                        fault(!isBuilt && !row.places().isEmpty(), row, "says a place for what is not built"),
                        fault(!row.status().equals("met") && row.note().isEmpty(), row, "says no reason"))
                .flatMap(List::stream);
    }

    List<String> ofPlaces(List<Requirement> rows) {
        return rows.stream()
                .flatMap(row -> row.places().stream()
                        .filter(place -> !places.exists(place))
                        .map(place -> row.id() + " points at nothing: " + place))
                .toList();
    }

    List<String> ofTests(List<Requirement> rows) {
        return rows.stream()
                .flatMap(row -> row.tests().stream()
                        .filter(test -> !isTest(test))
                        .map(test -> row.id() + " names no test: " + test))
                .toList();
    }

    List<String> all(List<Requirement> rows) {
        return Stream.of(ofRows(rows), ofStatuses(rows), ofPlaces(rows), ofTests(rows))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> fault(boolean is, Requirement row, String what) {
        return is ? List.of(row.id() + " " + what) : List.of();
    }

    private boolean isTest(String test) {
        String[] parts = test.split("#", 2);
        Class<?> type = testClasses.get(parts[0]);
        return type != null && (parts.length == 1 || hasTest(type, parts[1]));
    }

    private static boolean hasTest(Class<?> type, String name) {
        return Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses()))
                .flatMap(either -> Arrays.stream(either.getDeclaredMethods()))
                .filter(method -> method.getName().equals(name))
                .anyMatch(method -> AnnotationSupport.isAnnotated(method, Testable.class));
    }

    private static Map<String, Class<?>> testClasses() {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.map(TESTS::relativize)
                    .map(Path::toString)
                    .filter(file -> file.matches(".*(Test|IT)\\.java"))
                    .map(file -> file.replace(".java", "").replace('/', '.').replace('\\', '.'))
                    .map(RequirementFaults::load)
                    .collect(toMap(Class::getSimpleName, type -> type));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, RequirementFaults.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
