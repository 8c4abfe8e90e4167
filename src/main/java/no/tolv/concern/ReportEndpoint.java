package no.tolv.concern;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import no.tolv.engine.FormRejected;
import no.tolv.engine.StartForms;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Reports a worry from outside Tasklist, with the same fields and the same demands as the form. */
@RestController
class ReportEndpoint {

    private final StartForms forms;

    ReportEndpoint(StartForms forms) {
        this.forms = forms;
    }

    @PostMapping("/api/reports")
    ResponseEntity<?> report(@RequestBody Map<String, Object> answers, Principal reporter) {
        if (reporter == null) {
            return ResponseEntity.of(loginNeeded()).build();
        }
        String caseNumber = forms.submit("activityDuty", answers, reporter.getName());
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("caseNumber", caseNumber));
    }

    private static ProblemDetail loginNeeded() {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNAUTHORIZED, "Du må være logget inn som ansatt for å melde. Logg inn og send på nytt.");
    }

    @ExceptionHandler
    ProblemDetail refused(FormRejected refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_ENTITY, "Meldingen er ikke sendt. Rett opp feltene og send på nytt.");
        problem.setProperty("errors", List.of(Map.of("field", refusal.field(), "detail", refusal.getMessage())));
        return problem;
    }
}
