package no.tolv.robust.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import no.tolv.robust.TolvHttp;
import no.tolv.robust.TolvProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every node is down for ten days; what was due meanwhile is late when somebody looks, and done once when they are up. */
@DisplayName("Alle noder er nede over mange frister")
class CatchUpIT {

    private static final int CASES = 12;
    private static final Duration DOWN = Duration.ofDays(10);

    @TempDir
    Path folder;

    @Test
    @DisplayName("Sidene viser oversittet før noen klokke har gått, og så går hver klokke én gang")
    void catchesUp() throws Exception {
        try (Mailbox mail = new Mailbox();
                EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            JdbcClient database = JdbcClient.create(postgres.getPostgresDatabase());
            Nodes nodes = new Nodes(folder, postgres.getJdbcUrl("postgres", "postgres"), mail.settings());
            try {
                List<String> cases = reported(nodes.start("node0"));
                nodes.killAll();
                sleepThrough(database);
                isLate(nodes, database, cases);
                nodes.startBehind("node1");
                nodes.startBehind("node2");
                nodes.awaitUp(2);
                new Recovery(database).await();
                eachOnce(database, cases);
            } finally {
                nodes.killAll();
            }
        }
    }

    private static List<String> reported(TolvHttp tolv) {
        List<String> cases = IntStream.range(0, CASES)
                .mapToObj(number -> tolv.report(Staff.TEACHER, Staff.concern()))
                .toList();
        cases.forEach(number -> tolv.theTask(Staff.PRINCIPAL, number, "receiveReport"));
        return cases;
    }

    /** The demo clock stands in the database: nobody lives through this time. */
    private static void sleepThrough(JdbcClient database) {
        database.sql("update clock_offset set millis = millis + ?")
                .param(DOWN.toMillis())
                .update();
    }

    /** At a node that runs no jobs. */
    private static void isLate(Nodes nodes, JdbcClient database, List<String> cases) throws Exception {
        TolvProcess quiet = nodes.launch("node0", "--camunda.bpm.job-execution.enabled=false");
        TolvHttp tolv = quiet.awaitUp();
        String now = Instant.now().plus(DOWN).toString().substring(0, 19) + ".000%2B0000";
        JsonNode overdue = tolv.get(Staff.PRINCIPAL, "/engine-rest/task?dueBefore=" + now)
                .ok()
                .json();
        assertThat(overdue).hasSize(CASES);
        for (String number : cases) {
            JsonNode file =
                    tolv.get(Staff.PRINCIPAL, "/api/cases/" + number).ok().json();
            assertThat(file.path("tasks").get(0).path("late").asBoolean()).isTrue();
            assertThat(StreamSupport.stream(file.path("dutyLedger").spliterator(), false))
                    .anyMatch(line -> line.path("late").asBoolean());
        }
        assertThat(count(database, "select count(*) from outbox where template in ('taskReminder', 'taskEscalated')"))
                .isZero();
        quiet.kill();
    }

    private static void eachOnce(JdbcClient database, List<String> cases) {
        assertThat(cases).hasSize(CASES);
        for (String timer :
                List.of("event_receiveReportReminder", "event_receiveReportEscalation", "startEvent_wall")) {
            assertThat(count(database, "select count(*) from act_ru_job where handler_cfg_ like '" + timer + "%'"))
                    .as(timer)
                    .isZero();
            assertThat(count(database, "select count(*) from act_hi_actinst where act_id_ = '" + timer + "'"))
                    .as(timer)
                    .isEqualTo(CASES);
        }
        assertThat(count(database, "select count(*) from act_ru_job where retries_ < 8"))
                .isZero();
        assertThat(count(database, """
                select count(*) from (select case_number from outbox where template = 'taskReminder'
                  group by case_number, recipient having count(*) > 1) as twice
                """)).isZero();
        assertThat(count(database, "select count(distinct case_number) from outbox where template = 'taskReminder'"))
                .isEqualTo(CASES);
    }

    private static long count(JdbcClient database, String rows) {
        return database.sql(rows).query(Long.class).single();
    }
}
