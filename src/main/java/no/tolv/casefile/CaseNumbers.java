package no.tolv.casefile;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Case numbers without gaps, per unit and year: a number is taken in the transaction that opens its case. */
@Component
class CaseNumbers {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final JdbcClient jdbc;
    private final TransactionTemplate savepoint;

    CaseNumbers(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    String next(String unit, Instant now) {
        int year = now.atZone(OSLO).getYear();
        if (raise(unit, year) == 0) {
            begin(unit, year);
            raise(unit, year);
        }
        return "%s-%d-%04d".formatted(unit.toUpperCase(Locale.ROOT), year, current(unit, year));
    }

    private int raise(String unit, int year) {
        return jdbc.sql("update case_number set last_number = last_number + 1 where unit = ? and opened_year = ?")
                .params(unit, year)
                .update();
    }

    /** The first case of the year; when two arrive at once the later waits, gives way and counts on. */
    private void begin(String unit, int year) {
        try {
            savepoint.executeWithoutResult(status -> jdbc.sql("insert into case_number values (?, ?, 0)")
                    .params(unit, year)
                    .update());
        } catch (DuplicateKeyException begunByAnother) {
            // The row we wanted is there.
        }
    }

    private int current(String unit, int year) {
        return jdbc.sql("select last_number from case_number where unit = ? and opened_year = ?")
                .params(unit, year)
                .query(Integer.class)
                .single();
    }
}
