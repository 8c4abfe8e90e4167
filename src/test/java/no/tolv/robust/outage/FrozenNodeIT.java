package no.tolv.robust.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import no.tolv.robust.TolvHttp;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A node is stopped with SIGSTOP while it holds a mail the mail server has just accepted, a job and a report in the middle of
 * their transactions; another one takes over; then it wakes and knows of nothing.
 */
@DisplayName("En node fryser midt i arbeidet og våkner igjen")
class FrozenNodeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Ledger ledger = new Ledger();

    private JdbcClient database;

    @TempDir
    Path folder;

    @Test
    @DisplayName("De andre venter ikke på den, og når den våkner, gjør den ingenting en gang til og arbeider videre")
    void wakesUp() throws Exception {
        try (Mailbox mail = new Mailbox();
                EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            database = JdbcClient.create(postgres.getPostgresDatabase());
            Nodes nodes = new Nodes(folder, postgres.getJdbcUrl("postgres", "postgres"), settings(mail));
            try {
                run(postgres.getPostgresDatabase(), nodes, mail);
            } finally {
                nodes.killAll();
            }
        }
    }

    /** Locked for five minutes, as in production: what is taken over earlier is so because its node is silent. */
    private static String[] settings(Mailbox mail) {
        List<String> settings = new ArrayList<>(List.of(mail.settings()));
        settings.add(Nodes.LOCK_SETTING + Duration.ofMinutes(5).toMillis());
        settings.add("--tolv.node.take-over=PT1S");
        settings.add("--spring.mail.properties.mail.smtp.timeout=" + PATIENCE.toMillis());
        return settings.toArray(String[]::new);
    }

    private void run(DataSource postgres, Nodes nodes, Mailbox mail) throws Exception {
        nodes.start("node0");
        Staff unheard = new Staff(nodes::any, ledger, 1);
        String accepted = freeze(nodes, postgres, mail);
        Instant frozen = Instant.now();
        timePasses();
        nodes.start("node1");
        Staff others = new Staff(nodes::any, ledger, 2);
        ledger.awaitReports(5, PATIENCE);
        Duration waited = Duration.between(frozen, Instant.now());
        others.sendHome();
        Duration takenOver = new Recovery(database).await();
        assertThat(takenOver).isLessThan(Recovery.LONGEST);

        nodes.thaw("node0");
        nodes.stop("node1");
        ledger.awaitReports(5, PATIENCE);
        unheard.sendHome();
        Duration recovery = new Recovery(database).await();
        System.out.printf(
                "%d reports and %d completions acknowledged, %d requests unanswered, %d asked to wait; the first reports"
                        + " %.1f s after the freeze, the rest %.1f s; after the thaw %.1f s%n",
                ledger.reported.size(),
                ledger.completed.size(),
                ledger.unansweredInAll(),
                ledger.askedToWait.get(),
                waited.toMillis() / 1000.0,
                takenOver.toMillis() / 1000.0,
                recovery.toMillis() / 1000.0);
        check(nodes.at("node0"), mail, accepted);
    }

    /** The Message-ID of the mail it had sent and not marked. */
    private String freeze(Nodes nodes, DataSource postgres, Mailbox mail) throws Exception {
        try (HeldMail held = new HeldMail(mail.server().getUserManager())) {
            String accepted = held.messageId();
            try (Standstill job = new Standstill(postgres, "lock table notice in share mode")) {
                job.stopped("%insert into notice%", PATIENCE).orElseThrow();
                try (Standstill report = new Standstill(postgres, "select * from case_number for update")) {
                    report.stopped("%update case_number%", PATIENCE).orElseThrow();
                    nodes.freeze("node0");
                }
            }
            return accepted;
        }
    }

    /** A minute and a half of silence, and the five minutes a sender has for a mail. */
    private void timePasses() {
        assertThat(database.sql("update node set last_seen = last_seen - interval '90 seconds'")
                        .update())
                .isEqualTo(1);
        assertThat(database.sql("update outbox set claimed_until = now() where claimed_until > now()")
                        .update())
                .isEqualTo(1);
    }

    private void check(TolvHttp tolv, Mailbox mail, String accepted) throws Exception {
        List<Checker.Finding> findings = new ArrayList<>(new Checker(database, ledger, mail.ids()).findings());
        findings.add(BrokenLogs.find(tolv, database));
        findings.forEach(System.out::println);
        assertThat(findings)
                .allSatisfy(finding ->
                        assertThat(finding.wrong()).as(finding.what()).isEmpty());
        assertThat(ledger.unexpected).isEmpty();
        assertThat(ledger.askedToWait).hasPositiveValue();
        assertThat(mail.twice()).containsExactly(accepted);
    }
}
