package no.tolv.concern.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reports held together in one case until its receiver has looked: a gathering takes what concerns the same school and the
 * same kind of suspicion, and nothing more once somebody has begun to read it.
 */
@Repository
public class HeldReports {

    private static final int MOST = 100;
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    /**
     * A report beside the first one of its gathering.
     *
     * @param id what its receipt code is known by
     * @param receivedAt when it came; its deadlines run from there, whenever it gets a case of its own
     */
    public record Held(String id, Instant receivedAt, Map<String, Object> answers) {}

    private final JdbcClient jdbc;
    private final ObjectMapper json = new ObjectMapper();

    HeldReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The case that gathers such reports now, held for the rest of the transaction. */
    public Optional<String> gathering(String school, String suspect) {
        return jdbc.sql("""
                        select case_number from report_gathering
                        where school = ? and suspect = ? and held < ? and not read_by_receiver
                        order by case_number for update
                        """).params(school, suspect, MOST).query(String.class).list().stream()
                .findFirst();
    }

    /** From now on the case gathers such reports. */
    public void gatherIn(String caseNumber, String school, String suspect) {
        jdbc.sql("insert into report_gathering (case_number, school, suspect, held, read_by_receiver)"
                        + " values (?, ?, ?, 0, false)")
                .params(caseNumber, school, suspect)
                .update();
    }

    public void add(String caseNumber, String code, Instant receivedAt, Map<String, Object> answers) {
        jdbc.sql("insert into held_report (code_hash, case_number, received_at, answers) values (?, ?, ?, ?)")
                .params(Receipts.hash(code), caseNumber, receivedAt.atOffset(ZoneOffset.UTC), write(answers))
                .update();
        jdbc.sql("update report_gathering set held = held + 1 where case_number = ?")
                .param(caseNumber)
                .update();
    }

    /** What the receiver reads, oldest first; what comes later is gathered in another case. */
    public List<Held> readIn(String caseNumber) {
        jdbc.sql("update report_gathering set read_by_receiver = true where case_number = ? and not read_by_receiver")
                .param(caseNumber)
                .update();
        return in(caseNumber);
    }

    /** The reports in a case that have no case of their own, oldest first. */
    public List<Held> in(String caseNumber) {
        return jdbc.sql("select code_hash, received_at, answers from held_report"
                        + " where case_number = ? and opened_case is null order by received_at, code_hash")
                .param(caseNumber)
                .query((row, n) -> new Held(
                        row.getString("code_hash"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        read(row.getString("answers"))))
                .list();
    }

    /** The report has a case of its own now, and its receipt code stands for that. */
    public void moveTo(String caseNumber, Held report) {
        jdbc.sql("update held_report set opened_case = ? where code_hash = ?")
                .params(caseNumber, report.id())
                .update();
        jdbc.sql("update report_receipt set case_number = ? where code_hash = ?")
                .params(caseNumber, report.id())
                .update();
    }

    private String write(Map<String, Object> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Map<String, Object> read(String answers) {
        try {
            return json.readValue(answers, ANSWERS);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
