package no.tolv.supply;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/**
 * A published hole in something we may carry.
 *
 * @param part {@code groupId:artifactId}
 * @param state {@code fixed}: no version we carry has it; {@code mitigated} and {@code not affected}: we carry it, and
 *     say why that is no danger, which test shows it and until when we trust that answer
 */
record Advisory(
        String id, String part, VersionRange affected, String state, String reason, List<String> tests, String until) {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    static List<Advisory> in(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file)) {
            return FORMAT.parse(text).stream().map(Advisory::of).toList();
        }
    }

    private static Advisory of(CSVRecord row) {
        return new Advisory(
                row.get("id"),
                row.get("package"),
                range(row.get("affected")),
                row.get("state"),
                row.get("reason"),
                row.get("shown-by").isBlank()
                        ? List.of()
                        : List.of(row.get("shown-by").split(" ")),
                row.get("until"));
    }

    static VersionRange range(String range) {
        try {
            return VersionRange.createFromVersionSpec(range);
        } catch (InvalidVersionSpecificationException unreadable) {
            throw new IllegalArgumentException(range, unreadable);
        }
    }

    boolean hits(Carried carried) {
        return part.equals(carried.part()) && affected.containsVersion(new DefaultArtifactVersion(carried.version()));
    }

    boolean isAnswered() {
        return !state.equals("fixed") && !reason.isBlank() && !until.isBlank();
    }

    boolean isTrustedOn(LocalDate day) {
        return until.isBlank() || !day.isAfter(LocalDate.parse(until));
    }
}
