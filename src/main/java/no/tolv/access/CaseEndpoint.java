package no.tolv.access;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.tolv.casefile.CaseLog;
import no.tolv.engine.FormRejected;
import no.tolv.engine.form.contract.Fault;
import no.tolv.engine.role.NobodyLeft;
import no.tolv.letter.Documents;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The case file for those who may read it, its documents, the proof that its log is whole, and who is kept out of it. */
@RestController
@RequestMapping("/api/cases/{caseNumber}")
class CaseEndpoint {

    private final CaseAccess access;
    private final CaseReports reports;
    private final CaseLog log;
    private final Documents documents;
    private final ExcludeStaff excludeStaff;
    private final AskForReadings readings;

    CaseEndpoint(
            CaseAccess access,
            CaseReports reports,
            CaseLog log,
            Documents documents,
            ExcludeStaff excludeStaff,
            AskForReadings readings) {
        this.access = access;
        this.reports = reports;
        this.log = log;
        this.documents = documents;
        this.excludeStaff = excludeStaff;
        this.readings = readings;
    }

    /** Those who may ask who has read the case are told where: asking in vain would be noted as an attempt. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Record> read(@PathVariable("caseNumber") String caseNumber, Principal reader) {
        String person = reader.getName();
        Record report = access.open(caseNumber, person, "case", opened -> Optional.of(reports.of(opened, person)));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        if (readings.mayAsk(caseNumber, person)) {
            answer.header(HttpHeaders.LINK, "</api/cases/" + caseNumber + "/readings>; rel=\"readings\"");
        }
        return answer.body(report);
    }

    @GetMapping(path = "/log/verification", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> verify(@PathVariable("caseNumber") String caseNumber, Principal reader) {
        return unstored(
                HttpStatus.OK,
                access.openWhole(
                        caseNumber, reader.getName(), "logVerification", file -> Optional.of(verified(caseNumber))));
    }

    private Map<String, Object> verified(String caseNumber) {
        return log.firstBroken(caseNumber)
                .<Map<String, Object>>map(entry -> Map.of("intact", false, "firstBroken", entry))
                .orElse(Map.of("intact", true));
    }

    @GetMapping("/documents/{document}")
    ResponseEntity<byte[]> document(
            @PathVariable("caseNumber") String caseNumber, @PathVariable("document") String id, Principal reader) {
        return access.openWhole(
                caseNumber,
                reader.getName(),
                "document",
                file -> documents.of(caseNumber).stream()
                        .filter(kept -> kept.id().equals(id))
                        .findFirst()
                        .flatMap(kept -> documents.content(id).map(content -> handedOut(caseNumber, kept, content))));
    }

    private static ResponseEntity<byte[]> handedOut(String caseNumber, Documents.Document document, byte[] content) {
        String name = caseNumber + "-" + document.kind() + "-" + document.version() + ".pdf";
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    /** Whom to keep out, and why. */
    record Exclusion(String staff, String reason) {}

    @PostMapping(path = "/exclusions", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> exclude(
            @PathVariable("caseNumber") String caseNumber, @RequestBody Exclusion exclusion, Principal by) {
        access.openWhole(caseNumber, by.getName(), "exclusion", Optional::of);
        excludeStaff.from(caseNumber, exclusion.staff(), exclusion.reason(), by.getName());
        return unstored(HttpStatus.CREATED, Map.of("caseNumber", caseNumber, "staff", exclusion.staff()));
    }

    private static <T> ResponseEntity<T> unstored(HttpStatus status, T body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(NoSuchCase missing) {
        return problem(HttpStatus.NOT_FOUND, missing.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notTheirs(ExcludeStaff.NotALeader refusal) {
        return problem(HttpStatus.FORBIDDEN, refusal.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(FormRejected refusal) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, refusal.getMessage(), refusal.faults());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> nobodyLeft(NobodyLeft refusal) {
        return problem(HttpStatus.CONFLICT, refusal.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException broken) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "Forespørselen kan ikke leses. Send feltene «staff» og «reason» som et JSON-objekt.",
                List.of());
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String sentence, List<Fault> faults) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        if (!faults.isEmpty()) {
            problem.setProperty(
                    "errors",
                    faults.stream()
                            .map(fault -> Map.of("field", fault.field(), "detail", fault.sentence()))
                            .toList());
        }
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
