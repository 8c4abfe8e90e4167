package no.tolv.overview;

import java.security.Principal;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The numbers for those who answer for the cases; numbers below five are told of in words. */
@RestController
class StatisticsEndpoint {

    private final Statistics statistics;

    StatisticsEndpoint(Statistics statistics) {
        this.statistics = statistics;
    }

    @GetMapping(path = "/api/statistics", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Statistics.Report> read(Principal reader) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(statistics.of(reader.getName()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAManager(NotAManager refusal) {
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, refusal.getMessage()));
    }
}
