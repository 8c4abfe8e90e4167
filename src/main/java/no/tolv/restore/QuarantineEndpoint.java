package no.tolv.restore;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import java.time.Instant;
import no.tolv.restore.WholeLog.Verdict;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What an operator sees and does after a restore: numbers only, no case. */
@RestController
class QuarantineEndpoint {

    /**
     * How it stands.
     *
     * @param reason {@code moved}, {@code older} or {@code asked}; null when it is not held
     * @param waitingMail mails that waited in the backup; null when it is not held
     * @param log what the check at start found; null when it was not held at start
     */
    record Standing(boolean held, Instant since, String reason, Integer waitingMail, Verdict log) {}

    /** What becomes of the mail that waited in the backup. */
    record Choice(WhatWaits waitingMail) {}

    enum WhatWaits {
        send,
        drop
    }

    private final Quarantine quarantine;
    private final QuarantineReport report;
    private final WaitingMail mail;
    private final WholeLog log;
    private final Release release;

    QuarantineEndpoint(
            Quarantine quarantine, QuarantineReport report, WaitingMail mail, WholeLog log, Release release) {
        this.quarantine = quarantine;
        this.report = report;
        this.mail = mail;
        this.log = log;
        this.release = release;
    }

    @GetMapping(path = "/api/quarantine", produces = APPLICATION_JSON_VALUE)
    Standing standing() {
        Installation.State state = quarantine.state();
        Integer waiting = state.isHeld() ? mail.count(state.heldSince()) : null;
        return new Standing(
                state.isHeld(),
                state.heldSince(),
                state.heldReason(),
                waiting,
                report.verdict().orElse(null));
    }

    @PostMapping(path = "/api/quarantine/release", produces = APPLICATION_JSON_VALUE)
    ResponseEntity<?> release(@RequestBody Choice choice) {
        if (choice.waitingMail() == null) {
            return unreadable();
        }
        return release.now(choice.waitingMail() == WhatWaits.drop)
                ? ResponseEntity.ok(standing())
                : problem(HttpStatus.CONFLICT, "Tolv står ikke i karantene.");
    }

    @GetMapping(path = "/api/log/verification", produces = APPLICATION_JSON_VALUE)
    Verdict verify() {
        return log.verify();
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ProblemDetail> unreadable() {
        return problem(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "Si hva som skal skje med e-posten som ventet i sikkerhetskopien: {\"waitingMail\":\"send\"} eller"
                        + " {\"waitingMail\":\"drop\"}.");
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .contentType(APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
