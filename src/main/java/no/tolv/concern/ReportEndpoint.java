package no.tolv.concern;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.tolv.engine.FormRejected;
import no.tolv.engine.form.StartForms;
import no.tolv.engine.form.contract.Fault;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Reports a worry from outside Tasklist, with the same fields and the same demands as the form. */
@RestController
class ReportEndpoint {

    private final StartForms forms;
    private final OpenForStranger openForStranger;
    private final SenderLimit limit;

    ReportEndpoint(StartForms forms, OpenForStranger openForStranger, SenderLimit limit) {
        this.forms = forms;
        this.openForStranger = openForStranger;
        this.limit = limit;
    }

    @PostMapping(path = "/api/reports", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> report(@RequestBody Map<String, Object> answers, Principal reporter, HttpServletRequest request) {
        return reporter == null
                ? limit.toWait(request.getRemoteAddr())
                        .<ResponseEntity<?>>map(ReportEndpoint::tooMany)
                        .orElseGet(() -> created("receipt", openForStranger.open(answers)))
                : created("caseNumber", forms.submit("activityDuty", answers, reporter.getName()));
    }

    private static ResponseEntity<?> created(String name, String value) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(Map.of(name, value));
    }

    private static ResponseEntity<?> tooMany(Duration wait) {
        ResponseEntity<ProblemDetail> problem = problem(
                HttpStatus.TOO_MANY_REQUESTS,
                "Det er sendt mange meldinger herfra på kort tid. Vent litt og prøv igjen, eller ring skolen.",
                List.of());
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(FormRejected refusal) {
        return problem(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "Meldingen er ikke sendt. Rett opp feltene og send på nytt.",
                refusal.faults());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException broken) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "Meldingen kan ikke leses. Send feltene i skjemaet som et JSON-objekt.",
                List.of());
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String sentence, List<Fault> faults) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        if (!faults.isEmpty()) {
            problem.setProperty(
                    "errors", faults.stream().map(ReportEndpoint::error).toList());
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Map<String, String> error(Fault fault) {
        return Map.of("field", fault.field(), "detail", fault.sentence());
    }
}
