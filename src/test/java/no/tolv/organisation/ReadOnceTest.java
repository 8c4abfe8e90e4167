package no.tolv.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("Det som er lest i en transaksjon, leses ikke igjen i den")
class ReadOnceTest {

    private final AtomicInteger readings = new AtomicInteger();
    private final PlatformTransactionManager transactions = new JdbcTransactionManager(database());

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID());
        return database;
    }

    private int read() {
        return ReadOnce.of("what", readings::incrementAndGet);
    }

    private void in(int propagation, Runnable work) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        template.executeWithoutResult(status -> work.run());
    }

    @Test
    @DisplayName("én gang i en transaksjon, og på nytt i den neste")
    void onceInEach() {
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> assertThat(read()).isEqualTo(read()));
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> assertThat(read()).isEqualTo(2));
    }

    @Test
    @DisplayName("hver gang utenfor, også der en metode har sagt nei til transaksjon")
    void eachTimeOutside() {
        assertThat(read()).isNotEqualTo(read());
        in(
                TransactionDefinition.PROPAGATION_NOT_SUPPORTED,
                () -> assertThat(read()).isNotEqualTo(read()));
    }

    @Test
    @DisplayName("en transaksjon inne i en annen vet ingenting om den")
    void eachForItself() {
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            int outer = read();
            in(
                    TransactionDefinition.PROPAGATION_REQUIRES_NEW,
                    () -> assertThat(read()).isNotEqualTo(outer));
            assertThat(read()).isEqualTo(outer);
        });
    }
}
