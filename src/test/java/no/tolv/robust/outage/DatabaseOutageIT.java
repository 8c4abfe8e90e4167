package no.tolv.robust.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.tolv.access.door.Visitor;
import no.tolv.robust.TolvHttp;
import no.tolv.robust.TolvHttp.Reply;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL is killed {@code -Dtolv.outages} times while people work, stays away for some seconds, and comes back. */
@DisplayName("Databasen dør mens folk arbeider")
class DatabaseOutageIT {

    private static final int OUTAGES = Integer.getInteger("tolv.outages", 3);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(15);
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(60);

    private final Ledger ledger = new Ledger();
    private final List<Duration> backAfter = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "Det som er bekreftet, er der, de som spør imens, får vite hva som er galt, og Tolv kommer tilbake av seg selv")
    void comesBack() throws Exception {
        try (Mailbox mail = new Mailbox();
                DurablePostgres postgres = new DurablePostgres(folder.resolve("postgres"))) {
            Nodes nodes = new Nodes(folder, postgres.url(), mail.settings());
            try {
                TolvHttp tolv = nodes.start("node0");
                Visitor visitor = new Visitor(nodes.port("node0")).in(Staff.TEACHER);
                Staff staff = new Staff(nodes::any, ledger, 3);
                for (int outage = 0; outage < OUTAGES; outage++) {
                    ledger.awaitReports(5, LONGEST_RECOVERY);
                    postgres.kill();
                    asked(tolv, visitor);
                    postgres.start();
                    Instant back = Instant.now();
                    ledger.awaitReports(1, LONGEST_RECOVERY);
                    backAfter.add(Duration.between(back, Instant.now()));
                }
                assertThat(visitor.isIn()).isTrue();
                staff.sendHome();
                check(JdbcClient.create(postgres.database()), mail);
            } finally {
                nodes.killAll();
            }
        }
    }

    /** Whatever they ask for, and whether they are known by session, password or not at all. */
    private static void asked(TolvHttp tolv, Visitor visitor) {
        isToldSo(tolv.get(Staff.PRINCIPAL, "/engine-rest/task?maxResults=1"));
        isToldSo(tolv.post(Staff.TEACHER, "/api/reports", Staff.concern().fields()));
        isToldSo(tolv.get(Staff.PRINCIPAL, "/api/cases/MIDTSTUEN-2026-0001"));
        Instant asked = Instant.now();
        HttpResponse<String> page = visitor.get("/camunda/app/tasklist/default/");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("Tolv er snart tilbake").doesNotContain("Exception");
        assertThat(Duration.between(asked, Instant.now())).isLessThan(LONGEST_ANSWER);
    }

    private static void isToldSo(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(503);
        assertThat(reply.json().path("detail").asText())
                .startsWith("Tolv får ikke svar fra databasen akkurat nå.")
                .doesNotContain("Exception");
    }

    private void check(JdbcClient database, Mailbox mail) throws Exception {
        Duration recovery = new Recovery(database).await();
        List<Checker.Finding> findings = new Checker(database, ledger, mail.ids()).findings();
        System.out.printf(
                "%d outages: %d reports and %d completions acknowledged, %d answers 503, first report after %s, the rest %.1f s%n",
                OUTAGES,
                ledger.reported.size(),
                ledger.completed.size(),
                ledger.askedToWait.get(),
                backAfter,
                recovery.toMillis() / 1000.0);
        findings.forEach(System.out::println);
        assertThat(findings)
                .allSatisfy(finding ->
                        assertThat(finding.wrong()).as(finding.what()).isEmpty());
        assertThat(ledger.unexpected).isEmpty();
        assertThat(mail.twice()).hasSizeLessThanOrEqualTo(OUTAGES);
        assertThat(recovery).isLessThan(Recovery.LONGEST);
    }
}
