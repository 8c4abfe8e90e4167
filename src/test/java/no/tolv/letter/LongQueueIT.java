package no.tolv.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("Mange e-poster som venter, og enda flere som er sendt")
class LongQueueIT {

    private static final int MAILS = 20_000;

    @Test
    @DisplayName("de neste finnes uten at hele køen leses")
    void nextAreFound() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                LetterGround ground = new LetterGround(postgres.getPostgresDatabase(), "postgresql", Map.of())) {
            fill(ground.jdbc());
            TransactionTemplate together = new TransactionTemplate(ground.get(DataSourceTransactionManager.class));
            together.executeWithoutResult(transaction -> {
                OutboxQueue queue = ground.get(OutboxQueue.class);
                assertThat(queue.due(ground.clock.instant()))
                        .extracting(due -> due.mail().key())
                        .hasSize(50)
                        .startsWith("k" + MAILS)
                        .endsWith("k" + (MAILS + 49));
                assertThat(rowsRead(ground.jdbc())).isBetween(50, 500);
            });
        }
    }

    /** One mail for each case: the older half has gone. */
    private static void fill(JdbcClient jdbc) {
        jdbc.sql(
                        "insert into outbox (mail_key, case_number, recipient, to_guardian, template, unit, created_at, status, due_at)"
                                + " select 'k' || n, 'HAG-2026-' || n, 'hagen-principal', false, 'taskWaiting', 'hagen',"
                                + " timestamptz '2020-01-01', case when n < :mails then 'sent' else 'waiting' end,"
                                + " timestamptz '2020-01-01' from generate_series(0, 2 * :mails - 1) n")
                .param("mails", MAILS)
                .update();
        jdbc.sql("analyze outbox").update();
    }

    private static int rowsRead(JdbcClient jdbc) {
        return jdbc.sql("select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = 'outbox'")
                .query(Integer.class)
                .single();
    }
}
