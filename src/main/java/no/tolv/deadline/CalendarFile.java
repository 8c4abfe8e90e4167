package no.tolv.deadline;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.tolv.deadline.SchoolCalendar.Span;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.Resource;

/** Reads one school calendar: a header {@code from;to;kind;label} and a row for each school year and each closed period. */
class CalendarFile {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(false)
            .setQuote(null)
            .setTrim(true)
            .get();

    private static final List<String> COLUMNS = List.of("from", "to", "kind", "label");

    private final Resource resource;
    private final List<Span> schoolYears = new ArrayList<>();
    private final List<Span> closed = new ArrayList<>();

    CalendarFile(Resource resource) {
        this.resource = resource;
    }

    /**
     * The calendar in the file.
     *
     * @throws CalendarBroken when a header, a date or a kind is wrong, a period ends before it begins, or no school year is given
     */
    SchoolCalendar read() {
        try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8);
                CSVParser rows = FORMAT.parse(reader)) {
            checkHeader(rows.getHeaderNames());
            rows.stream().filter(CalendarFile::isFilled).forEach(this::add);
        } catch (IOException unreadable) {
            throw new CalendarBroken("Skoleruta " + file() + " kan ikke leses.");
        }
        checkSchoolYears();
        return new SchoolCalendar(List.copyOf(schoolYears), List.copyOf(closed));
    }

    private void checkHeader(List<String> header) {
        for (String column : COLUMNS) {
            if (!header.contains(column)) {
                throw new CalendarBroken(file(), 1, column, "kolonnen mangler i overskriften.");
            }
        }
    }

    private void checkSchoolYears() {
        if (schoolYears.isEmpty()) {
            throw new CalendarBroken(file(), 2, "kind", "det må finnes minst én rad med «schoolYear».");
        }
    }

    private static boolean isFilled(CSVRecord row) {
        return row.stream().anyMatch(cell -> !cell.isEmpty());
    }

    private void add(CSVRecord row) {
        Span span = span(row);
        String kind = cell(row, "kind");
        switch (kind) {
            case "schoolYear" -> schoolYears.add(span);
            case "closed" -> closed.add(span);
            default -> throw broken(row, "kind", "«" + kind + "» må være «schoolYear» eller «closed».");
        }
    }

    private Span span(CSVRecord row) {
        Span span = new Span(date(row, "from"), date(row, "to"));
        if (span.to().isBefore(span.from())) {
            throw broken(row, "to", "perioden slutter før den begynner.");
        }
        return span;
    }

    private LocalDate date(CSVRecord row, String column) {
        String text = cell(row, column);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw broken(row, column, "«" + text + "» er ikke en dato på formen 2026-08-17.");
        }
    }

    private String cell(CSVRecord row, String column) {
        if (!row.isSet(column)) {
            throw broken(row, column, "feltet mangler.");
        }
        return row.get(column);
    }

    private CalendarBroken broken(CSVRecord row, String column, String fault) {
        return new CalendarBroken(file(), row.getRecordNumber() + 1, column, fault);
    }

    private String file() {
        return resource.getFilename();
    }
}
