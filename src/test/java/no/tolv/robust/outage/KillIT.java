package no.tolv.robust.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import no.tolv.robust.TolvHttp;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Three nodes on one PostgreSQL, {@code -Dtolv.kills} of them killed with SIGKILL while people work: one while it deploys,
 * then at each fault point in turn and at random moments ({@code -Dtolv.seed}).
 */
@DisplayName("Noder dør mens folk arbeider")
class KillIT {

    private static final int KILLS = Integer.getInteger("tolv.kills", 6);
    private static final long SEED = Long.getLong("tolv.seed", System.nanoTime());
    private static final int PEOPLE = 3;

    private final Ledger ledger = new Ledger();
    private final Random random = new Random(SEED);

    private int kills;

    @TempDir
    Path folder;

    @Test
    @DisplayName("Det som er bekreftet, er der én gang, ingenting står fast, og ingen e-post er borte")
    void losesNothing() throws Exception {
        try (Mailbox mail = new Mailbox();
                EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Nodes nodes = new Nodes(folder, postgres.getJdbcUrl("postgres", "postgres"), mail.settings());
            try {
                run(postgres.getPostgresDatabase(), nodes, mail);
            } finally {
                nodes.killAll();
            }
        }
    }

    private void run(DataSource postgres, Nodes nodes, Mailbox mail) throws Exception {
        Faults faults = new Faults(nodes, postgres, ledger, mail.server().getUserManager());
        faults.deploying();
        kills++;
        nodes.start("node0");
        nodes.startBehind("node1");
        nodes.startBehind("node2");
        Staff staff = new Staff(nodes::any, ledger, PEOPLE);
        kill(
                nodes,
                List.of(
                        faults::betweenSendAndMark,
                        faults::beforeCommitOfReport,
                        faults::whileJobRuns,
                        faults::afterCommitOfCompletion,
                        faults::whileAcquiring,
                        () -> atAnyMoment(nodes)));
        nodes.awaitUp(3);
        staff.sendHome();
        check(JdbcClient.create(postgres), nodes.any(), mail, faults.cutOff());
    }

    private void kill(Nodes nodes, List<Callable<String>> moments) throws Exception {
        for (int next = 0; kills < KILLS; kills++) {
            nodes.awaitUp(2);
            String dead = moments.get(next++ % moments.size()).call();
            nodes.startBehind(dead);
            System.out.printf("kill %d: %s, %d reports acknowledged%n", kills + 1, dead, ledger.reported.size());
        }
    }

    private String atAnyMoment(Nodes nodes) throws InterruptedException {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(3000)).toNanos());
        String node = nodes.anyName();
        nodes.kill(node);
        return node;
    }

    private void check(JdbcClient database, TolvHttp tolv, Mailbox mail, Collection<String> cutOff) throws Exception {
        Duration recovery = new Recovery(database).await();
        List<String> arrived = mail.ids();
        List<Checker.Finding> findings = new ArrayList<>(new Checker(database, ledger, arrived).findings());
        findings.add(BrokenLogs.find(tolv, database));
        Set<String> twice = mail.twice();
        print(arrived.size(), twice.size(), cutOff.size(), recovery);
        findings.forEach(System.out::println);
        assertThat(findings)
                .allSatisfy(finding ->
                        assertThat(finding.wrong()).as(finding.what()).isEmpty());
        assertThat(ledger.unexpected).isEmpty();
        assertThat(twice).containsAll(cutOff).hasSizeLessThanOrEqualTo(kills);
        assertThat(arrived.size() - Set.copyOf(arrived).size()).isEqualTo(twice.size());
        assertThat(recovery).isLessThan(Recovery.LONGEST);
        checkerNotices(database, arrived);
    }

    /** A checker that finds nothing has looked: one thing of each kind is taken away behind its back. */
    private void checkerNotices(JdbcClient database, List<String> arrived) {
        ledger.reported.add("MIDTSTUEN-2026-9999");
        ledger.completed.add("ingen slik oppgave");
        for (String loss : List.of(
                "delete from act_ru_job where id_ in (select id_ from act_ru_job where handler_cfg_ like"
                        + " 'event_%Reminder%' limit 1)",
                "update act_ru_job set lock_exp_time_ = timestamp '2000-01-01 00:00:00' where id_ in"
                        + " (select id_ from act_ru_job limit 1)",
                "delete from outbox where mail_key in (select mail_key from outbox where status = 'sent' limit 1)",
                "update case_file set log_sequence = log_sequence + 1 where case_number in"
                        + " (select case_number from case_file limit 1)")) {
            assertThat(database.sql(loss).update()).isEqualTo(1);
        }
        assertThat(new Checker(database, ledger, arrived).findings())
                .filteredOn(finding -> !finding.wrong().isEmpty())
                .extracting(Checker.Finding::what)
                .containsExactlyInAnyOrder(
                        "acknowledged reports without a case",
                        "acknowledged completions not recorded",
                        "open tasks without one reminder",
                        "jobs held longer than their lock and a minute",
                        "mails that have arrived and are not known",
                        "logs with a gap");
    }

    private void print(int mails, int twice, int cutOff, Duration recovery) {
        System.out.printf(
                "%d kills of 3 nodes (seed %d): %d reports and %d completions acknowledged, %d requests unanswered%n",
                kills, SEED, ledger.reported.size(), ledger.completed.size(), ledger.unansweredInAll());
        System.out.printf(
                "%d mails, %d came twice (%d held between send and mark); what was due took %.1f s after the last kill%n",
                mails, twice, cutOff, recovery.toMillis() / 1000.0);
    }
}
