package no.tolv.engine.time;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import java.security.Principal;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import no.tolv.deadline.TolvClock;
import no.tolv.engine.Hold;
import no.tolv.engine.time.Advance.NotAnAdvance;
import no.tolv.engine.time.TimeTravel.Journey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets a course, a demonstration or a check live through a year in a minute. Demo profile and {@code admin} only. */
@RestController
@Profile("demo")
class DemoClock {

    private static final String TRAVELLER = "admin";

    private final TolvClock clock;
    private final TimeTravel travel;
    private final ObjectProvider<Hold> holds;

    DemoClock(TolvClock clock, TimeTravel travel, ObjectProvider<Hold> holds) {
        this.holds = holds;
        this.clock = clock;
        this.travel = travel;
    }

    /** What the clock shows now, how many jobs ran on the way there and how many failed. */
    record Arrival(OffsetDateTime now, int jobsRun, int failed) {}

    @PostMapping(path = "/api/clock", produces = APPLICATION_JSON_VALUE)
    Arrival advance(@RequestBody Advance advance, Principal user) {
        if (user == null || !TRAVELLER.equals(user.getName())) {
            throw new AccessDeniedException("Bare brukeren «admin» kan flytte klokka.");
        }
        if (holds.stream().anyMatch(Hold::holds)) {
            throw new AccessDeniedException("Tolv står i karantene. Opphev den før klokka flyttes.");
        }
        Journey journey = travel.to(advance.after(clock.now()).toInstant());
        OffsetDateTime now = clock.now().toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
        return new Arrival(now, journey.jobsRun(), journey.failed());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refuse(NotAnAdvance wrong) {
        return problem(UNPROCESSABLE_ENTITY, wrong.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refuse(HttpMessageNotReadableException unreadable) {
        return problem(UNPROCESSABLE_ENTITY, "Send JSON på formen {\"advance\":\"P5D\"}.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refuse(AccessDeniedException denied) {
        return problem(FORBIDDEN, denied.getMessage());
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .contentType(APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
