package no.tolv.robust.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits until everything that is due has been done. */
class Recovery {

    /** A due job is to wait no longer for its dead node. */
    static final Duration LONGEST = Nodes.LOCK.plusSeconds(60);

    private static final String BUSY = """
            select (select count(*) from act_ru_job where retries_ > 0
                and (duedate_ is null or duedate_ <= now() at time zone 'UTC'))
              + (select count(*) from outbox o where status = 'waiting' and due_at <= now()
                  and (claimed_until is null or claimed_until < now())
                  and not exists (select 1 from outbox e where e.claimed_until > now()
                    and e.case_number = o.case_number and e.recipient = o.recipient))
            """;

    private final JdbcClient database;

    Recovery(JdbcClient database) {
        this.database = database;
    }

    /**
     * How long it took. A mail a dead node had taken waits five minutes for it, and one that failed some seconds more;
     * here that time is over as soon as nothing else moves.
     */
    Duration await() {
        Instant began = Instant.now();
        until(() -> count(BUSY) == 0);
        Duration taken = Duration.between(began, Instant.now());
        database.sql("update outbox set claimed_until = null, due_at = now() where status = 'waiting'")
                .update();
        until(() -> count("select count(*) from outbox where status = 'waiting'") == 0);
        return taken;
    }

    private static void until(BooleanSupplier quiet) {
        Instant giveUp = Instant.now().plus(LONGEST);
        while (!quiet.getAsBoolean() && Instant.now().isBefore(giveUp)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private long count(String rows) {
        return database.sql(rows).query(Long.class).single();
    }
}
