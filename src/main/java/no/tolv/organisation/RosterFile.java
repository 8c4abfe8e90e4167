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

/** One CSV file of the roster: UTF-8, semicolons, a header, a first column that tells each line from the others. */
class RosterFile {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setTrim(true)
            .setIgnoreEmptyLines(false)
            .get();

    private final String name;
    private final List<String> columns;

    RosterFile(String name, String... columns) {
        this.name = name;
        this.columns = List.of(columns);
    }

    /** As {@link #read}, and without lines when there is no such file. */
    List<RosterLine> readIfAny(Resource folder) {
        return isThere(folder) ? read(folder) : List.of();
    }

    /** All lines below the header, each known to have every column and a first cell of its own. */
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

    /** The complaint that something is wrong with the file as a whole. */
    RosterBroken broken(String problem, String remedy) {
        return new RosterBroken(name, problem, remedy);
    }

    private boolean isThere(Resource folder) {
        try {
            return folder.createRelative(name).exists();
        } catch (IOException e) {
            throw unreadable();
        }
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
            } else if (!isBlank(row)) {
                lines.add(line(header, row, next));
            }
            next = Math.max(next, parser.getCurrentLineNumber()) + 1;
        }
        if (header == null) {
            throw broken("filen er tom", "skriv kolonnene " + String.join(";", columns) + " på første linje");
        }
        return lines;
    }

    private static boolean isBlank(CSVRecord row) {
        return row.stream().allMatch(String::isEmpty);
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
            RosterLine first = seen.putIfAbsent(key(line), line);
            if (first != null) {
                throw line.broken(
                        columns.get(0),
                        "samme %s står på linje %d".formatted(columns.get(0), first.number()),
                        "gi hver linje sin egen, eller fjern den ene");
            }
        }
    }

    private String key(RosterLine line) {
        String column = columns.get(0);
        return column.equals("id") ? line.id() : line.text(column);
    }

    private RosterBroken notUtf8() {
        return broken("filen er ikke lagret som UTF-8", "lagre den på nytt med tegnkodingen UTF-8");
    }

    private RosterBroken unreadable() {
        return broken(
                "filen finnes ikke eller kan ikke leses", "legg den i mappen som «tolv.roster» peker på, med leserett");
    }
}
