package no.tolv.casefile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Who has read what in which case, or tried to; only ever added to. */
@Repository
public class Readings {

    /** One page asks for the same case many times; that is one reading. */
    private static final Duration ONE_READING = Duration.ofMinutes(1);

    /** Whoever guesses at random leaves one row an hour, and cannot fill the table. */
    private static final Duration ONE_GUESS = Duration.ofHours(1);

    /**
     * Where somebody reads from.
     *
     * @param channel a code of at most 20 characters
     * @param address network address of at most 64 characters; empty when there is none
     */
    public record Origin(String channel, String address) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CaseFiles cases;
    private final ActingRole roles;
    private final TransactionTemplate apart;

    Readings(JdbcClient jdbc, Clock clock, CaseFiles cases, ActingRole roles, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.cases = cases;
        this.roles = roles;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Notes one reading at server time, for good: what the caller's transaction comes to makes no difference.
     *
     * @param caseNumber a case, or null when what was asked for leads to none
     * @param what a code of at most 64 characters
     * @param allowed false when the reader was turned away
     */
    public void add(String caseNumber, String reader, String what, boolean allowed, Origin from) {
        try {
            apart.executeWithoutResult(
                    status -> addUnlessFolded(new Fold(caseNumber, reader, what, allowed, from), from));
        } catch (DuplicateKeyException sameMoment) {
            // another node has just written it
        }
    }

    /** What makes two readings the same one, but for the time. */
    private record Fold(String caseNumber, String reader, String what, boolean allowed, Origin from) {

        String key() {
            return String.join(
                    "|",
                    reader,
                    caseNumber == null ? "" : caseNumber,
                    what,
                    String.valueOf(allowed),
                    from.channel(),
                    from.address());
        }

        Duration length() {
            return caseNumber == null ? ONE_GUESS : ONE_READING;
        }
    }

    private void addUnlessFolded(Fold reading, Origin from) {
        Instant now = clock.instant();
        long slot = now.toEpochMilli() / reading.length().toMillis();
        if (!isFolded(reading, slot, now)) {
            insert(reading, slot, now, from);
        }
    }

    private boolean isFolded(Fold reading, long slot, Instant now) {
        return jdbc.sql("select count(*) from case_reading where fold_of = ? and fold_slot >= ? and read_at > ?")
                        .params(reading.key(), slot - 1, offset(now.minus(reading.length())))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void insert(Fold reading, long slot, Instant now, Origin from) {
        Optional<CaseFile> file = Optional.ofNullable(reading.caseNumber()).flatMap(cases::find);
        jdbc.sql("""
                insert into case_reading (case_number, reader, acting_role, read_at, what, allowed, case_closed, channel,
                  address, fold_of, fold_slot)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(reading.caseNumber(), reading.reader())
                .param(file.map(found -> roles.of(reading.reader(), found.unit()))
                        .orElse(null))
                .params(offset(now), reading.what(), reading.allowed())
                .param(file.map(found -> !found.isOpen()).orElse(false))
                .params(from.channel(), from.address(), reading.key(), slot)
                .update();
    }

    /** Everything somebody has read or tried to read in a case, the last first. */
    public List<Reading> of(String caseNumber) {
        return jdbc.sql("select * from case_reading where case_number = ? order by read_at desc, id desc")
                .param(caseNumber)
                .query((row, number) -> Reading.read(row))
                .list();
    }

    /** Whether somebody has been let in to the case before. */
    public boolean hasRead(String caseNumber, String reader) {
        return jdbc.sql("select count(*) from case_reading where case_number = ? and reader = ? and allowed = true")
                        .params(caseNumber, reader)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** What was read of a unit's cases in a period, and what those who work there asked for that leads to no case. */
    public List<Reading> at(String unit, Instant from, Instant until) {
        return jdbc.sql("""
                select r.* from case_reading r left join case_file c on c.case_number = r.case_number
                where r.read_at >= ? and r.read_at < ? and (c.unit = ? or c.unit is null and exists
                  (select 1 from staff_role s where s.staff_id = r.reader and s.unit_id = ?))
                order by r.read_at, r.id
                """)
                .params(offset(from), offset(until), unit, unit)
                .query((row, number) -> Reading.read(row))
                .list();
    }

    private static OffsetDateTime offset(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
