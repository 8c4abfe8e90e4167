package no.tolv.concern;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import no.tolv.concern.StrangersDesk.Sending;
import no.tolv.concern.intake.WaitingRoom;
import no.tolv.engine.FormRejected;
import no.tolv.engine.form.StartForms;
import no.tolv.engine.form.contract.Fault;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports a worry from outside Tasklist, with the same fields and the same demands as the form. */
@RestController
class ReportEndpoint {

    private static final int KILOBYTES = 64;

    private final StartForms forms;
    private final StrangersDesk desk;

    ReportEndpoint(StartForms forms, StrangersDesk desk) {
        this.forms = forms;
        this.desk = desk;
    }

    @PostMapping(
            path = "/api/reports",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> report(HttpServletRequest request, Principal reporter) throws IOException {
        Map<String, Object> answers = ReportBody.of(request, KILOBYTES);
        return reporter == null
                ? created("receipt", desk.take(new Sending(answers, request.getRemoteAddr(), null, false)))
                : created("caseNumber", forms.submit("activityDuty", answers, reporter.getName()));
    }

    private static ResponseEntity<?> created(String name, String value) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(Map.of(name, value));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(FormRejected refusal) {
        return problem(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "Meldingen er ikke sendt. Rett opp feltene og send på nytt.",
                refusal.faults());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(ReportBody.Unreadable broken) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "Meldingen kan ikke leses. Send feltene i skjemaet som et JSON-objekt.",
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLong(ReportBody.TooLong refusal) {
        return problem(HttpStatus.PAYLOAD_TOO_LARGE, refusal.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> full(WaitingRoom.Full refusal) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(WaitingRoom.Full.RETRY_SECONDS))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, refusal.getMessage()));
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
