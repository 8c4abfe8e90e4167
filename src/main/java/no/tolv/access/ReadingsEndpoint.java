package no.tolv.access;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import no.tolv.casefile.People;
import no.tolv.casefile.Person;
import no.tolv.casefile.Reading;
import no.tolv.reading.ReadingWords;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers «who has read this?» with a sentence for each reading that can be handed to a guardian. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/readings")
class ReadingsEndpoint {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final CSVFormat TABLE = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader("Tidspunkt", "Navn", "Rolle", "Hva", "Fikk se", "Setning")
            .get();

    /** Without it a spreadsheet takes æ, ø and å for something else. */
    private static final String UTF_8_MARK = "\uFEFF";

    /** One reading, as the asker sees it. */
    record Line(
            Instant at, Person reader, String role, String what, boolean allowed, String channel, String sentence) {}

    /** Everybody who has read the case, or tried to, the last first. */
    record CaseReadings(String caseNumber, List<Line> readings) {}

    private final AskForReadings ask;
    private final ReadingWords words;
    private final People people;

    ReadingsEndpoint(AskForReadings ask, ReadingWords words, People people) {
        this.ask = ask;
        this.words = words;
        this.people = people;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CaseReadings> read(@PathVariable("caseNumber") String caseNumber, Principal asker) {
        List<Line> lines = lines(caseNumber, asker);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new CaseReadings(caseNumber, lines));
    }

    @GetMapping(produces = "text/csv")
    ResponseEntity<String> table(@PathVariable("caseNumber") String caseNumber, Principal asker) throws IOException {
        String table = UTF_8_MARK + table(lines(caseNumber, asker));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(CSV)
                .body(table);
    }

    private List<Line> lines(String caseNumber, Principal asker) {
        return ask.of(caseNumber, asker.getName()).stream().map(this::line).toList();
    }

    private Line line(Reading reading) {
        return new Line(
                reading.at(),
                people.staff(reading.reader()),
                words.role(reading),
                reading.what(),
                reading.allowed(),
                reading.channel(),
                words.sentence(reading));
    }

    private static String table(List<Line> lines) throws IOException {
        StringWriter table = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(table, TABLE)) {
            for (Line line : lines) {
                printer.printRecord(
                        line.at(),
                        line.reader().name(),
                        line.role(),
                        line.what(),
                        line.allowed() ? "ja" : "nei",
                        line.sentence());
            }
        }
        return table.toString();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(NoSuchCase missing) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, missing.getMessage()));
    }
}
