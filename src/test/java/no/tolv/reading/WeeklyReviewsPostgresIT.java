package no.tolv.reading;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "tolv.outbox.folder=target/weekly-reviews-postgres-outbox",
            "spring.datasource.hikari.maximum-pool-size=16"
        })
@ActiveProfiles({"postgres", "demo"})
@DirtiesContext
@DisplayName("Ukens gjennomgang av innsyn, i PostgreSQL,")
class WeeklyReviewsPostgresIT extends WeeklyReviewsTest {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        settings.add("TOLV_DATABASE_URL", () -> postgres.getJdbcUrl("postgres", "postgres"));
        settings.add("TOLV_DATABASE_USER", () -> "postgres");
        settings.add("TOLV_DATABASE_PASSWORD", () -> "postgres");
    }
}
