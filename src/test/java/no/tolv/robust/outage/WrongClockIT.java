package no.tolv.robust.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import no.tolv.access.door.Visitor;
import no.tolv.robust.TolvHttp;
import no.tolv.robust.TolvProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node whose clock is half a minute ahead of the database's, from the start and while it runs. */
@DisplayName("Klokka på en node går feil")
class WrongClockIT {

    private static final Duration BEHIND = Duration.ofSeconds(-30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "Den starter ikke, og en som kjører, tar ingen jobber, sier fra, og tar dem igjen når klokka er rettet")
    void takesNoJobs() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                SkewedDatabase database = new SkewedDatabase(postgres.getPort())) {
            Nodes nodes = new Nodes(folder, database.url(), "--tolv.node.clock=PT1S");
            try {
                database.skew(BEHIND);
                isRefused(nodes.launch("node0"));
                database.skew(Duration.ZERO);
                TolvHttp tolv = nodes.start("node1");
                Visitor operator = new Visitor(nodes.port("node1")).in("admin");
                JdbcClient tables = JdbcClient.create(postgres.getPostgresDatabase());
                works(tolv, tables);
                database.skew(BEHIND);
                awaitHealth(operator, true);
                List<String> cases = waits(tolv, tables);
                database.skew(Duration.ZERO);
                awaitHealth(operator, false);
                cases.forEach(number -> tolv.theTask(Staff.PRINCIPAL, number, "receiveReport"));
            } finally {
                nodes.killAll();
            }
        }
    }

    private static void isRefused(TolvProcess node) throws InterruptedException {
        assertThat(node.awaitEnd()).isNotZero();
        assertThat(node.output())
                .containsPattern("Klokka på denne maskinen er (29|30) sekunder foran databasens\\."
                        + " Still begge med NTP, og start på nytt\\.")
                .doesNotContain("\tat ");
    }

    private static void works(TolvHttp tolv, JdbcClient tables) {
        tolv.theTask(Staff.PRINCIPAL, report(tolv), "receiveReport");
        await(() -> due(tables) == 0);
    }

    /** People are received; what follows by itself waits. */
    private static List<String> waits(TolvHttp tolv, JdbcClient tables) {
        List<String> cases = Stream.generate(() -> report(tolv)).limit(5).toList();
        assertThat(due(tables)).isGreaterThanOrEqualTo(5);
        assertThat(tables.sql("select count(*) from act_ru_job where lock_owner_ is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
        return cases;
    }

    private static String report(TolvHttp tolv) {
        return tolv.start(Staff.TEACHER, "activityDuty", Staff.concern())
                .ok()
                .json()
                .path("businessKey")
                .asText();
    }

    private static int due(JdbcClient tables) {
        return tables.sql(
                        "select count(*) from act_ru_job where duedate_ is null or duedate_ <= now() at time zone 'UTC'")
                .query(Integer.class)
                .single();
    }

    private static void awaitHealth(Visitor operator, boolean alarm) {
        await(() -> operator.get("/actuator/health/operations")
                        .body()
                        .contains("Klokka går feil, og noden tar ingen jobber")
                == alarm);
    }

    private static void await(BooleanSupplier condition) {
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(giveUp);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
