package no.tolv.organisation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;
import org.springframework.core.io.Resource;

/** One CSV file of the roster: UTF-8, semicolons, a header, a unique {@code id} in each line. */
class RosterFile {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final String name;
    private final List<String> columns;

    RosterFile(String name, String... columns) {
        this.name = name;
        this.columns = List.of(columns);
    }

    /** All lines below the header, each known to have every column and an id of its own. */
    List<RosterLine> read(Resource folder) {
        try (Reader reader = open(folder);
                CSVParser parser = FORMAT.parse(reader)) {
            List<RosterLine> lines = lines(parser);
            refuseDuplicates(lines);
            return lines;
        } catch (CharacterCodingException e) {
            throw notUtf8();
        } catch (IOException | UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException ? notUtf8() : unreadable();
        }
    }

    /** The complaint that a cell of this file, seen from another, is missing. */
    RosterBroken broken(String problem, String remedy) {
        return new RosterBroken(name, problem, remedy);
    }

    private Reader open(Resource folder) throws IOException {
        Resource file = folder.createRelative(name);
        if (!file.isReadable()) {
            throw unreadable();
        }
        BOMInputStream bytes =
                BOMInputStream.builder().setInputStream(file.getInputStream()).get();
        return new InputStreamReader(bytes, UTF_8.newDecoder());
    }

    private List<RosterLine> lines(CSVParser parser) {
        List<RosterLine> lines = new ArrayList<>();
        List<String> header = null;
        long next = 1;
        for (CSVRecord row : parser) {
            if (header == null) {
                header = header(row);
            } else {
                lines.add(line(header, row, next));
            }
            next = Math.max(next, parser.getCurrentLineNumber()) + 1;
        }
        if (header == null) {
            throw broken("filen er tom", "skriv kolonnene " + String.join(";", columns) + " på første linje");
        }
        return lines;
    }

    private List<String> header(CSVRecord row) {
        List<String> header = row.toList();
        for (String column : columns) {
            if (!header.contains(column)) {
                throw new RosterBroken(
                        name, 1, column, "kolonnen mangler", "første linje skal være " + String.join(";", columns));
            }
        }
        return header;
    }

    private RosterLine line(List<String> header, CSVRecord row, long number) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(header.size(), row.size()); i++) {
            cells.put(header.get(i), row.get(i));
        }
        RosterLine line = new RosterLine(name, number, cells);
        if (row.size() != header.size()) {
            String column = header.get(Math.min(row.size(), header.size() - 1));
            throw line.broken(
                    column,
                    "linjen har %d felter, men overskriften har %d".formatted(row.size(), header.size()),
                    "sett semikolon mellom feltene, og anførselstegn rundt felter som selv har semikolon");
        }
        return line;
    }

    private void refuseDuplicates(List<RosterLine> lines) {
        Map<String, RosterLine> seen = new HashMap<>();
        for (RosterLine line : lines) {
            RosterLine first = seen.putIfAbsent(line.id(), line);
            if (first != null) {
                throw line.broken(
                        "id",
                        "samme id står på linje " + first.number(),
                        "gi hver linje en egen id, eller fjern den ene");
            }
        }
    }

    private RosterBroken notUtf8() {
        return broken("filen er ikke lagret som UTF-8", "lagre den på nytt med tegnkodingen UTF-8");
    }

    private RosterBroken unreadable() {
        return broken(
                "filen finnes ikke eller kan ikke leses", "legg den i mappen som «tolv.roster» peker på, med leserett");
    }
}
