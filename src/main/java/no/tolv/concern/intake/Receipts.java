package no.tolv.concern.intake;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.TaskRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes that show that somebody without a login has reported; 128 bits, of which we keep the hash alone. */
@Repository
public class Receipts {

    /** How far a report has come, and nothing else about it. */
    public enum Status {
        UNKNOWN,
        RECEIVED,
        WORKING,
        CLOSED
    }

    private record Found(String caseNumber, CaseFile.Status status, boolean received) {}

    private final JdbcClient jdbc;
    private final TaskRecords records;
    private final Clock clock;

    Receipts(JdbcClient jdbc, TaskRecords records, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.clock = clock;
    }

    /** A new code, in groups of four; nobody can be told it again. */
    public static String random() {
        return grouped(Secrets.random());
    }

    static String grouped(String hex) {
        return hex.substring(0, 32).replaceAll("(.{4})(?!$)", "$1-");
    }

    /** From now on the code stands for the case. */
    public void issue(String code, String caseNumber) {
        jdbc.sql("insert into report_receipt (code_hash, case_number, issued_at) values (?, ?, ?)")
                .params(hash(code), caseNumber, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What is kept of a code, however its groups are written. */
    public static String hash(String code) {
        return Secrets.hash(code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
    }

    /** One question to the database for a code that is known, unknown or no code at all. */
    public Status status(String code) {
        return jdbc.sql("""
                        select c.case_number, c.status, exists (
                          select 1 from task_record r where r.case_number = c.case_number and r.form = 'receiveReport')
                          as received
                        from report_receipt p join case_file c on c.case_number = p.case_number where p.code_hash = ?
                        """)
                .param(hash(code))
                .query((row, n) -> new Found(
                        row.getString("case_number"),
                        CaseFile.Status.valueOf(row.getString("status")),
                        row.getBoolean("received")))
                .optional()
                .map(this::status)
                .orElse(Status.UNKNOWN);
    }

    private Status status(Found found) {
        return switch (found.status()) {
            case RECEIVED -> found.received() ? Status.WORKING : Status.RECEIVED;
            case INVESTIGATED, PLANNED, WATCHED -> Status.WORKING;
            case CLOSED -> Status.CLOSED;
            case DUPLICATE -> isClosed(survivingCase(found.caseNumber())) ? Status.CLOSED : Status.WORKING;
        };
    }

    private String survivingCase(String caseNumber) {
        return records.latest(caseNumber, "receiveReport")
                .map(receipt -> (String) receipt.answers().get("survivingCase"))
                .orElse(null);
    }

    private boolean isClosed(String caseNumber) {
        return jdbc.sql("select count(*) from case_file where case_number = ? and status = 'CLOSED'")
                        .param(caseNumber)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
