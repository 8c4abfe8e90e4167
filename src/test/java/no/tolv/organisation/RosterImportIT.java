package no.tolv.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Listene leses inn i PostgreSQL som i H2")
class RosterImportIT {

    @Test
    @DisplayName("Demolisten kan leses to ganger, med samme svar som i H2")
    void demoRoster() throws IOException {
        RosterDatabase h2 = new RosterDatabase();
        h2.read(RosterDatabase.DEMO);
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            RosterDatabase postgres = new RosterDatabase(server.getPostgresDatabase());
            postgres.read(RosterDatabase.DEMO);
            postgres.read(RosterDatabase.DEMO);

            assertThat(postgres.organisation().units())
                    .containsExactlyInAnyOrderElementsOf(h2.organisation().units());
            assertThat(postgres.organisation().staff())
                    .containsExactlyInAnyOrderElementsOf(h2.organisation().staff());
            assertThat(postgres.organisation().holders())
                    .isEqualTo(h2.organisation().holders());
            assertThat(postgres.organisation().pupilsOf("aune"))
                    .containsExactlyInAnyOrderElementsOf(h2.organisation().pupilsOf("aune"));
            assertThat(postgres.organisation().guardiansOf("p-midtstuen-03"))
                    .isEqualTo(h2.organisation().guardiansOf("p-midtstuen-03"));
        }
    }
}
