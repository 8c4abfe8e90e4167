package no.tolv.robust;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import no.tolv.scenario.Answers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Flere noder på én database")
class SeveralNodesIT {

    private static final String TEACHER = "midtstuen-contact-teacher";
    private static final int REPORTERS = 3;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    private JdbcClient jdbc;

    @Test
    @DisplayName("starter samtidig på en tom database, tar over for den som er stille, og stanser uten å slippe noe")
    void together() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            jdbc = JdbcClient.create(postgres.getPostgresDatabase());
            List<TolvProcess> nodes = List.of(node(postgres), node(postgres), node(postgres));
            List<TolvHttp> tolv = nodes.stream().map(TolvProcess::awaitUp).toList();
            everythingIsThereOnce();
            assertThat(nodes.get(0).output()).contains("PostgreSQL har slått av fsync");

            takesOver(tolv.get(0));
            nodes.get(0).kill();
            stopsWhileWorking(nodes.get(1), tolv.get(1), tolv.get(2));
            nodes.get(2).stop();
            assertThat(names("select name from node")).hasSize(2).contains("frosset");
        }
    }

    private void everythingIsThereOnce() {
        assertThat(names("select key_ from act_re_procdef"))
                .doesNotHaveDuplicates()
                .contains("activityDuty");
        assertThat(names("select key_ from act_re_decision_def"))
                .doesNotHaveDuplicates()
                .isNotEmpty();
        assertThat(names("select name_ from act_ru_filter")).hasSize(3).doesNotHaveDuplicates();
        assertThat(names("select concat_ws('/', type_, group_id_, user_id_, resource_type_, resource_id_)"
                        + " from act_ru_authorization"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(names("select id_ from act_re_deployment")).hasSize(1);
        await("select count(*) from node", 3);
    }

    /** As if a node had taken every job there is and fallen silent. */
    private void takesOver(TolvHttp tolv) {
        String caseNumber = number(tolv.start(TEACHER, "activityDuty", concern()));
        tolv.theTask("midtstuen-principal", caseNumber, "receiveReport");
        jdbc.sql("insert into node values ('frosset', 'frosset', 'x', now(), now() - interval '2 minutes')")
                .update();
        int held = jdbc.sql("update act_ru_job set lock_owner_ = 'frosset', lock_exp_time_ = '2099-01-01'")
                .update();
        assertThat(held).isPositive();
        await("select count(*) from act_ru_job where lock_exp_time_ > now() and lock_owner_ = 'frosset'", 0);
    }

    /** Whatever has been done has been answered, and what was begun goes on at the other node. */
    private void stopsWhileWorking(TolvProcess stopping, TolvHttp tolv, TolvHttp other) throws Exception {
        int before = cases();
        CountDownLatch enough = new CountDownLatch(12);
        ExecutorService people = Executors.newFixedThreadPool(REPORTERS);
        for (int person = 0; person < REPORTERS; person++) {
            people.submit(() -> reportUntilItIsGone(tolv, enough));
        }
        assertThat(enough.await(120, TimeUnit.SECONDS)).isTrue();
        stopping.stop();
        people.shutdown();
        assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(cases() - before).isEqualTo(acknowledged.size());
        acknowledged.forEach(number -> other.theTask("midtstuen-principal", number, "receiveReport"));
        assertThat(names("select job_id from job_attempt")).isEmpty();
    }

    private void reportUntilItIsGone(TolvHttp tolv, CountDownLatch enough) {
        try {
            while (true) {
                acknowledged.add(number(tolv.start(TEACHER, "activityDuty", concern())));
                enough.countDown();
            }
        } catch (UncheckedIOException gone) {
            // It takes nothing new.
        }
    }

    private int cases() {
        return jdbc.sql("select count(*) from act_hi_procinst where proc_def_key_ = 'activityDuty'")
                .query(Integer.class)
                .single();
    }

    private List<String> names(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private void await(String count, int wanted) {
        Instant giveUp = Instant.now().plusSeconds(30);
        while (jdbc.sql(count).query(Integer.class).single() != wanted
                && Instant.now().isBefore(giveUp)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        assertThat(jdbc.sql(count).query(Integer.class).single()).isEqualTo(wanted);
    }

    private static String number(TolvHttp.Reply reply) {
        return reply.ok().json().path("businessKey").asText();
    }

    private static Answers concern() {
        return Answers.reportConcern("p-midtstuen-01", LocalDate.now());
    }

    private TolvProcess node(EmbeddedPostgres postgres) throws Exception {
        return TolvProcess.launch(
                folder,
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.datasource.hikari.maximum-pool-size=12",
                "--tolv.node.take-over=PT1S");
    }
}
