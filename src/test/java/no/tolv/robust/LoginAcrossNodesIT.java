package no.tolv.robust;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import no.tolv.access.door.Visitor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("En innlogging gjelder på alle noder")
class LoginAcrossNodesIT {

    @TempDir
    Path folder;

    @Test
    @DisplayName("økten tåler at en annen node svarer og at en node dør, og den som mister kontoen, er ute på alle")
    void oneLogin() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            TolvProcess first = node(postgres);
            first.awaitUp();
            TolvProcess second = node(postgres);
            second.awaitUp();

            Visitor atFirst = new Visitor(first.port()).in("midtstuen-teacher");
            atFirst.get("/camunda/app/tasklist/default/");
            String proof = atFirst.cookie("XSRF-TOKEN");
            Visitor atSecond = atFirst.at(second.port());
            assertThat(atSecond.isIn()).isTrue();
            assertThat(atSecond.change(proof)).isEqualTo(200);
            assertThat(atFirst.change(proof)).isEqualTo(200);
            atSecond.logOut("");
            assertThat(atFirst.isIn()).isFalse();

            Visitor nurse = new Visitor(first.port()).in("midtstuen-nurse");
            Visitor nurseAtSecond = nurse.at(second.port());
            assertThat(nurseAtSecond.isIn()).isTrue();
            Instant before = Instant.now();
            change(
                    postgres,
                    "delete from act_id_membership where user_id_ = 'midtstuen-nurse' and group_id_ = 'midtstuen.nurse'");
            assertThat(nurse.isIn()).isFalse();
            assertThat(nurseAtSecond.isIn()).isFalse();
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));

            Visitor office = new Visitor(first.port()).in("midtstuen-office");
            first.kill();
            assertThat(office.at(second.port()).isIn()).isTrue();
            second.stop();
        }
    }

    private TolvProcess node(EmbeddedPostgres postgres) throws Exception {
        return TolvProcess.launch(
                folder,
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.datasource.hikari.maximum-pool-size=8");
    }

    private static void change(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            assertThat(connection.createStatement().executeUpdate(sql)).isEqualTo(1);
        }
    }
}
