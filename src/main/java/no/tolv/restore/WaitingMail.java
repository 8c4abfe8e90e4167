package no.tolv.restore;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mail that waited in the backup: whether it was sent after the backup was taken, nobody knows. */
@Repository
class WaitingMail {

    private static final String WAITING =
            " from outbox where status = 'waiting' and withdrawn_at is null and created_at < ?";

    private record OfCase(String caseNumber, int mails) {}

    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final CaseLog log;
    private final Clock clock;

    WaitingMail(JdbcClient jdbc, CaseFiles cases, CaseLog log, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.log = log;
        this.clock = clock;
    }

    int count(Instant before) {
        return jdbc.sql("select count(*)" + WAITING)
                .param(Timestamp.from(before))
                .query(Integer.class)
                .single();
    }

    /** It is never sent, and each case's log says so. */
    void drop(Instant before) {
        byCase(before).stream()
                .filter(one -> cases.find(one.caseNumber()).isPresent())
                .forEach(this::tell);
        jdbc.sql("update outbox set withdrawn_at = ?, withdrawn_code = 'restored'"
                        + " where status = 'waiting' and withdrawn_at is null and created_at < ?")
                .params(Timestamp.from(clock.instant()), Timestamp.from(before))
                .update();
    }

    private List<OfCase> byCase(Instant before) {
        return jdbc.sql("select case_number, count(*)" + WAITING + " group by case_number order by case_number")
                .param(Timestamp.from(before))
                .query((row, number) -> new OfCase(row.getString(1), row.getInt(2)))
                .list();
    }

    private void tell(OfCase waiting) {
        String heading = waiting.mails() + " e-post som ventet i sikkerhetskopien, blir ikke sendt";
        log.append(CaseLog.Draft.bySystem(waiting.caseNumber(), Duty.NOTIFY, null, null, heading));
    }
}
