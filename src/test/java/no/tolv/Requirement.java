package no.tolv;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * One requirement of one of the five plans, and how far it is met.
 *
 * @param places what meets it, see {@link RequirementPlaces}
 * @param tests {@code Class} or {@code Class#method} that show it
 * @param note what is missing, which process will meet it, or why it is out
 */
record Requirement(String id, String kind, String status, List<String> places, List<String> tests, String note) {

    static final Path FILE = Path.of("src/test/resources/requirements.csv");

    private static final CSVFormat FORMAT = CSVFormat.Builder.create()
            .setDelimiter(';')
            .setHeader("id", "kind", "status", "place", "test", "note")
            .setSkipHeaderRecord(true)
            .get();

    static List<Requirement> readAll() {
        try (Reader file = Files.newBufferedReader(FILE)) {
            return read(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Requirement> read(Reader text) throws IOException {
        return FORMAT.parse(text).stream().map(Requirement::of).toList();
    }

    String plan() {
        return id.replaceFirst("-.*", "");
    }

    private static Requirement of(CSVRecord line) {
        return new Requirement(
                line.get("id"),
                line.get("kind"),
                line.get("status"),
                words(line.get("place")),
                words(line.get("test")),
                line.get("note").strip());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }
}
