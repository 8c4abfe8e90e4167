package no.tolv.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import no.tolv.deadline.TolvClock;
import no.tolv.robust.TolvHttp.Reply;
import no.tolv.scenario.Answers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningTolv
@DisplayName("En endret rad gjelder for neste oppgave i saken som går")
class ChangedRuleTest {

    private static final String TEACHER = "aune-contact-teacher";
    private static final String PRINCIPAL = "aune-principal";
    private static final DateTimeFormatter CAMUNDA = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TolvClock clock;

    private TolvHttp tolv;

    @BeforeEach
    void open() {
        tolv = new TolvHttp(port);
        tolv.settle();
    }

    @Test
    @DisplayName("Ny frist for «Avklar roller» gjelder fra neste gang oppgaven lages")
    void deadline() {
        String caseNumber = reported(1);
        tolv.deploy(
                        "admin",
                        "deadlines.dmn",
                        firstRow(
                                "deadlines",
                                "\"aune\"",
                                "",
                                "\"clarifyRoles\"",
                                "30",
                                "\"calendarDays\"",
                                "1",
                                "1",
                                "\"owner\""))
                .ok();
        tolv.complete(PRINCIPAL, caseNumber, "receiveReport", Answers.receiveReport());
        tolv.theTask(PRINCIPAL, caseNumber, "clarifyRoles");
        assertThat(Duration.between(clock.instant(), dueAt(caseNumber, "clarifyRoles")))
                .isBetween(Duration.ofDays(29), Duration.ofDays(31));
    }

    private Instant dueAt(String caseNumber, String task) {
        return tolv.tasks(PRINCIPAL, caseNumber).stream()
                .filter(found -> found.path("taskDefinitionKey").asText().equals("userTask_" + task))
                .map(found -> OffsetDateTime.parse(found.path("due").asText(), CAMUNDA)
                        .toInstant())
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("En ny rad i varslingsreglene sender én e-post til")
    void notice() {
        List<String> before = recipients(reported(2));
        tolv.deploy(
                        "admin",
                        "noticeRules.dmn",
                        firstRow(
                                "noticeRules",
                                "\"aune\"",
                                "",
                                "\"reported\"",
                                "",
                                "\"nurse\"",
                                "\"caseReported\"",
                                "false"))
                .ok();
        assertThat(recipients(reported(3)))
                .hasSize(before.size() + 1)
                .containsAll(before)
                .contains("aune-nurse");
    }

    @Test
    @DisplayName("En rad som ikke kan leses, avvises med fil og rad, og den gamle tabellen gjelder")
    void brokenRow() {
        long before = deployments();
        refuses(
                firstRow("deadlines", "\"aune", "", "", "1", "\"workingDays\"", "1", "1", "\"owner\""),
                "rad 1",
                "\"aune");
        refuses(firstRow("deadlines", "", "", "", "1 +", "\"workingDays\"", "1", "1", "\"owner\""), "rad 1", "1 +");
        refuses(
                table("deadlines").replace("decision id=\"deadlines\"", "decision id=\"frister\""),
                "skal ha id «deadlines»");
        refuses(table("deadlines").replace("</decisionTable>", ""), "er ikke en gyldig DMN-fil");
        assertThat(deployments()).isEqualTo(before);
        tolv.complete(PRINCIPAL, reported(4), "receiveReport", Answers.receiveReport());
    }

    @Test
    @DisplayName("Bare den som styrer prosessene, kan endre en regel")
    void othersMayNot() {
        Reply reply = tolv.deploy(PRINCIPAL, "deadlines.dmn", table("deadlines"));
        assertThat(reply.status()).as(reply.text()).isEqualTo(403);
    }

    private void refuses(String table, String... sentence) {
        Reply reply = tolv.deploy("admin", "deadlines.dmn", table);
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.json().path("message").asText())
                .startsWith("Filen «deadlines.dmn»")
                .contains(sentence);
    }

    private String reported(int pupil) {
        String caseNumber = tolv.report(TEACHER, Answers.reportConcern("p-aune-0" + pupil, clock.today()));
        tolv.theTask(PRINCIPAL, caseNumber, "receiveReport");
        return caseNumber;
    }

    private List<String> recipients(String caseNumber) {
        return jdbc.sql("select recipient from outbox where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    private long deployments() {
        return jdbc.sql("select count(*) from act_re_deployment")
                .query(Long.class)
                .single();
    }

    private static String table(String name) {
        try {
            return Files.readString(Path.of("processes", name + ".dmn"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The shipped table with one more row on top: the cells of {@code unit}, {@code municipality} and the rest in order. */
    private static String firstRow(String name, String... cells) {
        int inputs = name.equals("deadlines") ? 3 : 4;
        StringBuilder row = new StringBuilder("<rule id=\"rule_new\">");
        for (int i = 0; i < cells.length; i++) {
            String entry = i < inputs ? "inputEntry" : "outputEntry";
            row.append("<%1$s id=\"new_%2$d\"><text>%3$s</text></%1$s>".formatted(entry, i, cells[i]));
        }
        return table(name).replaceFirst("<rule ", row + "</rule><rule ");
    }
}
