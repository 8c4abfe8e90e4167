package no.tolv.casefile;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers given in a case, inserted and never changed. */
@Repository
public class TaskRecords {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json = new ObjectMapper();
    private final Clock clock;
    private final CaseFiles cases;

    TaskRecords(JdbcClient jdbc, Clock clock, CaseFiles cases) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Keeps the answers with the case's round and server time.
     *
     * @param task task id in the engine, or null for a start form
     * @param actor staff id, or null for a reporter who is not logged in
     * @throws UnknownCase when there is no such case
     */
    public TaskRecord add(String caseNumber, String form, String task, String actor, Map<String, Object> answers) {
        return add(caseNumber, form, task, actor, answers, null);
    }

    /** As above, of a task that was due at the given time; null when it had no deadline. */
    public TaskRecord add(
            String caseNumber, String form, String task, String actor, Map<String, Object> answers, Instant dueAt) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        TaskRecord record = new TaskRecord(caseNumber, roundOf(caseNumber), form, task, actor, now, answers, dueAt);
        jdbc.sql("""
                insert into task_record (case_number, case_round, form, task, actor, recorded_at, answers, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(caseNumber, record.round(), form, task, actor, now.atOffset(ZoneOffset.UTC), write(answers))
                .param(dueAt == null ? null : dueAt.atOffset(ZoneOffset.UTC))
                .update();
        return record;
    }

    /** The newest answers to a form in a case, any round. */
    public Optional<TaskRecord> latest(String caseNumber, String form) {
        return jdbc.sql("""
                select * from task_record where case_number = ? and form = ?
                order by id desc fetch first 1 rows only
                """).params(caseNumber, form).query(this::read).optional();
    }

    /** The newest answers to every form in a case, any round, by form id. */
    public Map<String, TaskRecord> latest(String caseNumber) {
        return of(caseNumber).stream().collect(toMap(TaskRecord::form, identity(), (earlier, later) -> later));
    }

    /** All answers in a case, oldest first. */
    public List<TaskRecord> of(String caseNumber) {
        return jdbc.sql("select * from task_record where case_number = ? order by id")
                .param(caseNumber)
                .query(this::read)
                .list();
    }

    private int roundOf(String caseNumber) {
        return cases.find(caseNumber).map(CaseFile::round).orElseThrow(() -> new UnknownCase(caseNumber));
    }

    private TaskRecord read(ResultSet row, int number) throws SQLException {
        return new TaskRecord(
                row.getString("case_number"),
                row.getInt("case_round"),
                row.getString("form"),
                row.getString("task"),
                row.getString("actor"),
                Instants.read(row, "recorded_at"),
                answers(row.getString("answers")),
                Instants.readNullable(row, "due_at"));
    }

    private String write(Map<String, Object> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Map<String, Object> answers(String text) {
        try {
            return json.readValue(text, ANSWERS);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
