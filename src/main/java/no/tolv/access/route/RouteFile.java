package no.tolv.access.route;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tolv.engine.deployment.StartRefused;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.Resource;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Reads the route file: a header {@code method;path;who;why} and a row for each kind of request; the first row that fits decides. */
class RouteFile {

    /** The engine's API has three doors: two for programs, one for the web apps. The same holds at each. */
    private static final String ENGINE = "<engine>";

    private static final List<String> ENGINE_DOORS =
            List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default");

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader("method", "path", "who", "why")
            .setSkipHeaderRecord(true)
            .setQuote(null)
            .setTrim(true)
            .get();

    private final Resource resource;

    RouteFile(Resource resource) {
        this.resource = resource;
    }

    /** @throws StartRefused when the file or a row cannot be read: a door whose rules are half read stands open */
    List<Route> read() {
        try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8);
                CSVParser rows = FORMAT.parse(reader)) {
            return rows.stream().map(RouteFile::route).toList();
        } catch (IOException unreadable) {
            throw new StartRefused("Rutefilen «" + resource.getFilename() + "» kan ikke leses.");
        }
    }

    private static Route route(CSVRecord row) {
        int line = (int) row.getRecordNumber() + 1;
        try {
            if (row.size() != 4 || row.get("why").isBlank()) {
                throw new IllegalArgumentException("Raden skal ha fire felt, og det siste sier hvorfor.");
            }
            return new Route(
                    line,
                    words(row.get("method"), Function.identity()),
                    paths(row.get("path")),
                    words(row.get("who"), Who::of));
        } catch (IllegalArgumentException wrong) {
            throw new StartRefused("Rutefilen, linje " + line + ": " + wrong.getMessage());
        }
    }

    private static <T> Set<T> words(String field, Function<String, T> meaning) {
        return Arrays.stream(field.split(" ")).map(meaning).collect(Collectors.toUnmodifiableSet());
    }

    private static List<PathPattern> paths(String path) {
        Stream<String> all = path.startsWith(ENGINE)
                ? ENGINE_DOORS.stream().map(door -> door + path.substring(ENGINE.length()))
                : Stream.of(path);
        return all.map(PathPatternParser.defaultInstance::parse).toList();
    }
}
