package no.tolv.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.TaskRecords;
import no.tolv.deadline.TolvClock;
import no.tolv.robust.TolvHttp.Reply;
import no.tolv.scenario.Answers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningTolv
@DisplayName("To på én gang: én får det gjort, den andre får vite det")
class SameTaskTwiceTest {

    private static final int ROUNDS = 50;
    private static final String TEACHER = "midtstuen-contact-teacher";
    private static final String PRINCIPAL = "midtstuen-principal";
    private static final String DEPUTY = "midtstuen-deputy-principal";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CaseLog log;

    @Autowired
    TaskRecords records;

    @Autowired
    TolvClock clock;

    private final ExecutorService people = Executors.newFixedThreadPool(2);
    private TolvHttp tolv;

    @BeforeEach
    void open() {
        tolv = new TolvHttp(port);
        tolv.settle();
    }

    @AfterEach
    void close() {
        people.shutdownNow();
    }

    @Test
    @DisplayName("Femti ganger fullfører to personer, eller én med dobbeltklikk, samme oppgave samtidig")
    void oneWins() throws Exception {
        Map<String, Long> undisturbed = mailsAfter(receivedAlone());
        for (int round = 0; round < ROUNDS; round++) {
            String caseNumber = report();
            String other = round % 2 == 0 ? PRINCIPAL : DEPUTY;
            String task = tolv.theTask(PRINCIPAL, caseNumber, "receiveReport");
            List<Reply> replies = atOnce(
                    () -> tolv.submit(PRINCIPAL, task, Answers.receiveReport()),
                    () -> tolv.submit(other, task, Answers.receiveReport()));
            assertOneWon(replies);
            tolv.theTask(PRINCIPAL, caseNumber, "clarifyRoles");
            assertDoneOnce(caseNumber);
            assertThat(mailsAfter(caseNumber)).isEqualTo(undisturbed);
        }
    }

    private static void assertOneWon(List<Reply> replies) {
        assertThat(replies).as("%s", replies).extracting(Reply::status).containsOnlyOnce(204);
        Reply late = replies.stream()
                .filter(reply -> reply.status() != 204)
                .findFirst()
                .orElseThrow();
        assertThat(late.status()).as(late.text()).isEqualTo(409);
        assertThat(late.json().path("message").asText()).isEqualTo("Oppgaven er allerede fullført.");
    }

    private void assertDoneOnce(String caseNumber) {
        assertThat(records.of(caseNumber).stream()
                        .filter(record -> record.form().equals("receiveReport")))
                .hasSize(1);
        assertThat(log.entries(caseNumber).stream().filter(entry -> "userTask_receiveReport".equals(entry.element())))
                .hasSize(1);
        assertThat(log.firstBroken(caseNumber)).isEmpty();
        assertThat(tolv.taskNames(PRINCIPAL, caseNumber)).containsExactly("clarifyRoles");
    }

    @Test
    @DisplayName("Samme melding sendt to ganger blir to saker med hvert sitt nummer, og ingen feil")
    void twoReports() throws Exception {
        for (int round = 0; round < 10; round++) {
            Answers concern = Answers.reportConcern("p-midtstuen-02", clock.today());
            Callable<Reply> click = () -> tolv.start(TEACHER, "activityDuty", concern);
            List<String> numbers = atOnce(click, click).stream()
                    .map(reply -> reply.ok().json().path("businessKey").asText())
                    .toList();
            assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number.startsWith("MIDTSTUEN-"));
            numbers.forEach(number -> {
                assertThat(records.of(number)).hasSize(1);
                tolv.theTask(PRINCIPAL, number, "receiveReport");
            });
        }
    }

    private String receivedAlone() {
        String caseNumber = report();
        tolv.complete(PRINCIPAL, caseNumber, "receiveReport", Answers.receiveReport());
        tolv.theTask(PRINCIPAL, caseNumber, "clarifyRoles");
        return caseNumber;
    }

    private String report() {
        return tolv.report(TEACHER, Answers.reportConcern("p-midtstuen-01", clock.today()));
    }

    /** How many mails of each kind to each recipient the case has led to. */
    private Map<String, Long> mailsAfter(String caseNumber) {
        return jdbc
                .sql("select recipient || ' ' || template from outbox where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(mail -> mail, Collectors.counting()));
    }

    private List<Reply> atOnce(Callable<Reply> one, Callable<Reply> other) throws Exception {
        CyclicBarrier line = new CyclicBarrier(2);
        Future<Reply> first = people.submit(() -> afterBarrier(line, one));
        Future<Reply> second = people.submit(() -> afterBarrier(line, other));
        return List.of(first.get(), second.get());
    }

    private static Reply afterBarrier(CyclicBarrier line, Callable<Reply> click) throws Exception {
        line.await();
        return click.call();
    }
}
