package no.tolv.access;

import java.time.Instant;
import java.util.List;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.Hearing;
import no.tolv.casefile.LogEntry;
import no.tolv.casefile.TaskRecord;

/** A case as somebody who handles it sees it. */
record CaseReport(
        String caseNumber,
        String unit,
        String pupil,
        CaseFile.Status status,
        Phase phase,
        int round,
        Instant openedAt,
        Instant raisedWithPrincipalAt,
        Instant wallAt,
        List<DutyLedger.Line> dutyLedger,
        List<Hearing> hearings,
        List<TaskRecord> records,
        List<LogEntry> log) {

    /** Which part of the duty the case is in. */
    enum Phase {
        INVESTIGATE,
        MEASURE,
        FOLLOW,
        ENDED;

        static Phase of(CaseFile.Status status) {
            return switch (status) {
                case RECEIVED -> INVESTIGATE;
                case INVESTIGATED, PLANNED -> MEASURE;
                case WATCHED -> FOLLOW;
                case CLOSED, DUPLICATE -> ENDED;
            };
        }
    }

    /** What a reporter without any other part is told: that the report was received, and when. */
    record Receipt(String caseNumber, CaseFile.Status status, Instant openedAt) {

        static Receipt of(CaseFile file) {
            return new Receipt(file.caseNumber(), CaseFile.Status.RECEIVED, file.openedAt());
        }
    }
}
