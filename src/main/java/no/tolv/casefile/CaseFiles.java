package no.tolv.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The cases there are. */
@Repository
public class CaseFiles {

    private static final String OPEN = " and status not in ('CLOSED', 'DUPLICATE')";

    private final JdbcClient jdbc;
    private final CaseNumbers numbers;
    private final Clock clock;
    private final HeldCases held;

    CaseFiles(JdbcClient jdbc, CaseNumbers numbers, Clock clock, HeldCases held) {
        this.jdbc = jdbc;
        this.held = held;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Opens a case with the unit's next number, {@code <UNIT>-<year>-<4 digits>}.
     *
     * @param pupil pupil id, or null while it is not known whom the report concerns
     */
    @Transactional
    public CaseFile open(String unit, String pupil, Instant raisedWithPrincipalAt, Instant wallAt) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        CaseFile opened = new CaseFile(
                numbers.next(unit, now), unit, pupil, now, raisedWithPrincipalAt, wallAt, 1, CaseFile.Status.RECEIVED);
        insert(opened);
        return opened;
    }

    private void insert(CaseFile opened) {
        jdbc.sql("""
                insert into case_file (case_number, unit, pupil, opened_at, raised_with_principal_at, wall_at,
                  case_round, status, log_sequence, log_hash)
                values (:caseNumber, :unit, :pupil, :openedAt, :raisedAt, :wallAt, 1, :status, 0, '')
                """)
                .param("caseNumber", opened.caseNumber())
                .param("unit", opened.unit())
                .param("pupil", opened.pupil())
                .param("openedAt", opened.openedAt().atOffset(ZoneOffset.UTC))
                .param("raisedAt", opened.raisedWithPrincipalAt().atOffset(ZoneOffset.UTC))
                .param("wallAt", opened.wallAt().atOffset(ZoneOffset.UTC))
                .param("status", opened.status().name())
                .update();
    }

    public Optional<CaseFile> find(String caseNumber) {
        return held.file(caseNumber).or(() -> find(jdbc, caseNumber));
    }

    static Optional<CaseFile> find(JdbcClient jdbc, String caseNumber) {
        return jdbc.sql("select * from case_file where case_number = ?")
                .param(caseNumber)
                .query(CaseFiles::read)
                .optional();
    }

    /**
     * Holds the case for the rest of the transaction, so that two steps in one case never interleave.
     *
     * @throws UnknownCase when there is no such case
     */
    public CaseFile lock(String caseNumber) {
        return lockIfThere(caseNumber).orElseThrow(() -> new UnknownCase(caseNumber));
    }

    /** As {@link #lock}, for a number somebody outside has given. */
    public Optional<CaseFile> lockIfThere(String caseNumber) {
        return held.take(caseNumber);
    }

    /** What is worked out of a case and those around it: once while the transaction holds the case and leaves it as it is. */
    public <T> T known(String caseNumber, Object what, Supplier<T> work) {
        return held.known(caseNumber, what, work);
    }

    /** @throws UnknownCase when there is no such case */
    public void setStatus(String caseNumber, CaseFile.Status status) {
        changeOne(
                caseNumber,
                jdbc.sql("update case_file set status = ? where case_number = ?")
                        .params(status.name(), caseNumber)
                        .update());
    }

    /**
     * Says whom a case concerns that was opened without a pupil.
     *
     * @throws UnknownCase when there is no such case without a pupil
     */
    public void setPupil(String caseNumber, String pupil) {
        changeOne(
                caseNumber,
                jdbc.sql("update case_file set pupil = ? where case_number = ? and pupil is null")
                        .params(pupil, caseNumber)
                        .update());
    }

    /**
     * Begins the next round of a case that is opened again.
     *
     * @throws UnknownCase when there is no such case
     */
    public void nextRound(String caseNumber) {
        changeOne(
                caseNumber,
                jdbc.sql("update case_file set case_round = case_round + 1, status = 'RECEIVED' where case_number = ?")
                        .param(caseNumber)
                        .update());
    }

    /** Cases of a pupil that are neither closed nor duplicates, oldest first. */
    public List<CaseFile> openCasesOf(String pupil) {
        return jdbc.sql("select * from case_file where pupil = ?" + OPEN + " order by opened_at, case_number")
                .param(pupil)
                .query(CaseFiles::read)
                .list();
    }

    /** Cases of a unit that are neither closed nor duplicates, newest first. */
    public List<CaseFile> openCasesAt(String unit) {
        return jdbc.sql("select * from case_file where unit = ?" + OPEN + " order by opened_at desc, case_number desc")
                .param(unit)
                .query(CaseFiles::read)
                .list();
    }

    /** The numbers of all cases there are. */
    public List<String> numbers() {
        return jdbc.sql("select case_number from case_file order by case_number")
                .query(String.class)
                .list();
    }

    private void changeOne(String caseNumber, int rows) {
        held.changed(caseNumber);
        if (rows == 0) {
            throw new UnknownCase(caseNumber);
        }
    }

    static CaseFile read(ResultSet row, int number) throws SQLException {
        return new CaseFile(
                row.getString("case_number"),
                row.getString("unit"),
                row.getString("pupil"),
                Instants.read(row, "opened_at"),
                Instants.read(row, "raised_with_principal_at"),
                Instants.read(row, "wall_at"),
                row.getInt("case_round"),
                CaseFile.Status.valueOf(row.getString("status")));
    }
}
