package no.tolv.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("Noder på samme database tar jobber etter tur")
class TakingTurnsIT {

    @Test
    @DisplayName("den neste venter til den første har tatt sine")
    void oneAfterTheOther() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            DataSource database = postgres.getPostgresDatabase();
            CompletableFuture<Void> next = inTurn(database, () -> {
                CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> inTurn(database, () -> null));
                await().until(() -> waiting(database) == 1);
                assertThat(waiting).isNotDone();
                return waiting;
            });
            await().until(next::isDone);
            assertThat(next).isCompleted();
            assertThat(waiting(database)).isZero();
        }
    }

    @Test
    @DisplayName("i H2, der det er én node, er det ingen tur å vente på")
    void alone() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:turns");
        assertThat(inTurn(database, () -> "taken")).isEqualTo("taken");
    }

    private static <T> T inTurn(DataSource database, Supplier<T> take) {
        TakingTurns turns = new TakingTurns(new JdbcTemplate(database));
        return new TransactionTemplate(new DataSourceTransactionManager(database)).execute(status -> {
            turns.await();
            return take.get();
        });
    }

    private static int waiting(DataSource database) {
        return new JdbcTemplate(database)
                .queryForObject(
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted", Integer.class);
    }
}
