package no.tolv.access;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Hearings;
import no.tolv.casefile.LogEntry;
import no.tolv.casefile.NeedToKnow.View;
import no.tolv.casefile.TaskRecords;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The case file for those who may read it, and the proof that its log is whole. */
@RestController
@RequestMapping(path = "/api/cases/{caseNumber}", produces = MediaType.APPLICATION_JSON_VALUE)
class CaseEndpoint {

    private final CaseAccess access;
    private final Hearings hearings;
    private final TaskRecords records;
    private final CaseLog log;

    CaseEndpoint(CaseAccess access, Hearings hearings, TaskRecords records, CaseLog log) {
        this.access = access;
        this.hearings = hearings;
        this.records = records;
        this.log = log;
    }

    @GetMapping
    Record read(@PathVariable("caseNumber") String caseNumber, Principal reader) {
        CaseAccess.Opened opened = access.open(caseNumber, reader.getName(), "case");
        return opened.view() == View.WHOLE ? whole(opened.file()) : CaseReport.Receipt.of(opened.file());
    }

    private CaseReport whole(CaseFile file) {
        List<LogEntry> entries = log.entries(file.caseNumber());
        return new CaseReport(
                file.caseNumber(),
                file.unit(),
                file.pupil(),
                file.status(),
                CaseReport.Phase.of(file.status()),
                file.round(),
                file.openedAt(),
                file.raisedWithPrincipalAt(),
                file.wallAt(),
                DutyLedger.of(entries),
                hearings.of(file.caseNumber()),
                records.of(file.caseNumber()),
                entries);
    }

    @GetMapping("/log/verification")
    Map<String, Object> verify(@PathVariable("caseNumber") String caseNumber, Principal reader) {
        access.openWhole(caseNumber, reader.getName(), "logVerification");
        Optional<Integer> broken = log.firstBroken(caseNumber);
        return broken.<Map<String, Object>>map(entry -> Map.of("intact", false, "firstBroken", entry))
                .orElse(Map.of("intact", true));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(NoSuchCase missing) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, missing.getMessage()));
    }
}
