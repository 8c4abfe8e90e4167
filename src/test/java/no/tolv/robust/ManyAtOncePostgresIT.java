package no.tolv.robust;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"TOLV_DEMO_PASSWORD=" + TolvHttp.PASSWORD, "tolv.outbox.folder=target/crowd-outbox"})
@ActiveProfiles({"postgres", "demo"})
@DirtiesContext
@DisplayName("Mange på én gang med PostgreSQL")
class ManyAtOncePostgresIT extends ManyAtOnceTest {

    private static EmbeddedPostgres postgres;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) throws IOException {
        postgres = EmbeddedPostgres.start();
        settings.add("TOLV_DATABASE_URL", () -> postgres.getJdbcUrl("postgres", "postgres"));
        settings.add("TOLV_DATABASE_USER", () -> "postgres");
        settings.add("TOLV_DATABASE_PASSWORD", () -> "postgres");
    }
}
