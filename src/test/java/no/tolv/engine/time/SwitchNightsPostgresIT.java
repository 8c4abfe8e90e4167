package no.tolv.engine.time;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Frister i nettene da klokka stilles, i PostgreSQL")
class SwitchNightsPostgresIT extends SwitchNightsTest {

    private EmbeddedPostgres postgres;

    @Override
    DataSource database() throws Exception {
        postgres = EmbeddedPostgres.start();
        return postgres.getPostgresDatabase();
    }

    @Override
    @AfterEach
    void close() throws Exception {
        super.close();
        postgres.close();
    }
}
