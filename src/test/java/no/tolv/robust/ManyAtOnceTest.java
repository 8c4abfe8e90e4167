package no.tolv.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
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
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code -Dtolv.rounds} of each pair; a round takes about a second. */
@RunningTolv
@DisplayName("Mange på én gang: alle får et svar de forstår, og bare én ting har skjedd")
class ManyAtOnceTest {

    private static final int ROUNDS = Integer.getInteger("tolv.rounds", 3);
    private static final int CROWD = 50;
    private static final String TEACHER = "midtstuen-contact-teacher";
    private static final String PRINCIPAL = "midtstuen-principal";
    private static final String DEPUTY = "midtstuen-deputy-principal";
    private static final String COUNSELLOR = "midtstuen-counsellor";

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

    @Autowired
    ProcessEngine engine;

    private final ExecutorService people = Executors.newFixedThreadPool(CROWD);
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
    @DisplayName("Femti fullfører samme oppgave: én får det gjort, førtini får vite at den er fullført")
    void fiftyComplete() throws Exception {
        String alone = report();
        tolv.complete(PRINCIPAL, alone, "receiveReport", Answers.receiveReport());
        tolv.theTask(PRINCIPAL, alone, "clarifyRoles");
        for (int round = 0; round < ROUNDS; round++) {
            String caseNumber = report();
            String task = tolv.theTask(PRINCIPAL, caseNumber, "receiveReport");
            List<Reply> replies =
                    atOnce(Collections.nCopies(CROWD, () -> tolv.submit(PRINCIPAL, task, Answers.receiveReport())));
            assertThat(replies).extracting(Reply::status).containsOnlyOnce(204).containsOnly(204, 409);
            assertThat(replies)
                    .filteredOn(reply -> reply.status() == 409)
                    .allMatch(reply -> sentence(reply).equals("Oppgaven er allerede fullført."));
            tolv.theTask(PRINCIPAL, caseNumber, "clarifyRoles");
            assertThat(recorded(caseNumber, "receiveReport")).isOne();
            assertThat(mails(caseNumber)).isEqualTo(mails(alone));
        }
    }

    @Test
    @DisplayName("To tar samme oppgave: én har den, den andre får vite det")
    void twoClaim() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String caseNumber = report();
            String task = tolv.theTask(PRINCIPAL, caseNumber, "receiveReport");
            List<Reply> replies = atOnce(List.of(() -> claim(PRINCIPAL, task), () -> claim(DEPUTY, task)));
            assertThat(replies).as("%s", replies).extracting(Reply::status).containsExactlyInAnyOrder(204, 409);
            String taker = replies.get(0).status() == 204 ? PRINCIPAL : DEPUTY;
            assertThat(replies)
                    .filteredOn(reply -> reply.status() == 409)
                    .allMatch(reply -> sentence(reply).startsWith("Noen andre har nettopp "));
            assertThat(tolv.tasks(PRINCIPAL, caseNumber).get(0).path("assignee").asText())
                    .isEqualTo(taker);
        }
    }

    @Test
    @DisplayName(
            "Fristen går ut mens oppgaven fullføres: purringen går én gang eller ikke, og oppgaven er fullført én gang")
    void completeAndTimer() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String caseNumber = report();
            String task = tolv.theTask(PRINCIPAL, caseNumber, "receiveReport");
            String reminder = reminder(task);
            List<Reply> replies =
                    atOnce(List.of(() -> tolv.submit(PRINCIPAL, task, Answers.receiveReport()), () -> fire(reminder)));
            insistUntilDone(replies.get(0), task, Answers.receiveReport());
            tolv.settle();
            assertThat(recorded(caseNumber, "receiveReport")).isOne();
            assertThat(reminded(caseNumber)).isLessThanOrEqualTo(1);
            assertThat(tolv.taskNames(PRINCIPAL, caseNumber)).containsExactly("clarifyRoles");
        }
    }

    @Test
    @DisplayName("En tas ut av saken mens hun fullfører: enten rakk hun det, eller hun har aldri hatt oppgaven")
    void completeAndExclude() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String caseNumber = report();
            tolv.complete(PRINCIPAL, caseNumber, "receiveReport", Answers.receiveReport());
            tolv.complete(PRINCIPAL, caseNumber, "clarifyRoles", Answers.clarifyRoles(COUNSELLOR));
            String task = tolv.theTask(COUNSELLOR, caseNumber, "hearPupil");
            List<Reply> replies = atOnce(List.of(
                    () -> tolv.submit(COUNSELLOR, task, Answers.hearPupil("no", clock.today())),
                    () -> exclude(caseNumber, COUNSELLOR)));
            assertThat(replies.get(1).status()).as("%s", replies).isIn(200, 201, 204);
            assertThat(replies.get(0).status()).as("%s", replies).isIn(204, 404, 409);
            assertThat(recorded(caseNumber, "hearPupil"))
                    .isEqualTo(replies.get(0).status() == 204 ? 1 : 0);
            assertThat(tolv.get(COUNSELLOR, "/api/cases/" + caseNumber).status())
                    .isEqualTo(404);
            assertThat(tolv.tasks(COUNSELLOR, caseNumber)).isEmpty();
        }
    }

    @Test
    @DisplayName("Noe nytt meldes mens oppgaven fullføres: begge deler har skjedd")
    void completeAndCorrelate() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String caseNumber = report();
            String task = tolv.theTask(PRINCIPAL, caseNumber, "receiveReport");
            List<Reply> replies = atOnce(List.of(
                    () -> tolv.submit(PRINCIPAL, task, Answers.receiveReport()),
                    () -> tolv.start(
                            TEACHER, "caseEvent", Answers.caseEvent(caseNumber, "newInformation", clock.today()))));
            insistUntilDone(replies.get(0), task, Answers.receiveReport());
            replies.get(1).ok();
            tolv.settle();
            tolv.theTask(PRINCIPAL, caseNumber, "assessNewInformation");
            assertThat(recorded(caseNumber, "receiveReport")).isOne();
            assertThat(tolv.taskNames(PRINCIPAL, caseNumber)).containsExactly("assessNewInformation", "clarifyRoles");
        }
    }

    /** Who is told that somebody else has just saved tries again, as the sentence says. */
    private void insistUntilDone(Reply reply, String task, Answers answers) {
        assertThat(reply.status()).as(reply.text()).isIn(204, 409);
        if (reply.status() == 409) {
            assertThat(sentence(reply)).startsWith("Noen andre har nettopp lagret her.");
            tolv.submit(PRINCIPAL, task, answers).ok();
        }
    }

    private Reply claim(String who, String task) {
        return tolv.post(who, "/engine-rest/task/" + task + "/claim", Map.of("userId", who));
    }

    private Reply exclude(String caseNumber, String staff) {
        return tolv.post(
                PRINCIPAL,
                "/api/cases/" + caseNumber + "/exclusions",
                Map.of("staff", staff, "reason", "Er i slekt med eleven."));
    }

    private String reminder(String task) {
        return jdbc.sql("select j.id_ from act_ru_job j join act_ru_task t on t.proc_inst_id_ = j.process_instance_id_"
                        + " where t.id_ = ? and j.handler_cfg_ like 'event_receiveReportReminder%'")
                .param(task)
                .query(String.class)
                .single();
    }

    private Reply fire(String job) {
        try {
            engine.getManagementService().executeJob(job);
            return new Reply(200, "");
        } catch (OptimisticLockingException | NullValueException tooLate) {
            return new Reply(409, "");
        }
    }

    private int reminded(String caseNumber) {
        return jdbc.sql("select count(*) from outbox where case_number = ? and template = 'taskReminder'"
                        + " and recipient = ?")
                .params(caseNumber, PRINCIPAL)
                .query(Integer.class)
                .single();
    }

    private long recorded(String caseNumber, String form) {
        assertThat(log.firstBroken(caseNumber)).isEmpty();
        long entries = log.entries(caseNumber).stream()
                .filter(entry -> ("userTask_" + form).equals(entry.element()))
                .count();
        long answers = records.of(caseNumber).stream()
                .filter(record -> record.form().equals(form))
                .count();
        assertThat(entries).isEqualTo(answers);
        return answers;
    }

    private static String sentence(Reply reply) {
        return reply.json().path("message").asText();
    }

    private String report() {
        return tolv.report(TEACHER, Answers.reportConcern("p-midtstuen-03", clock.today()));
    }

    private Map<String, Long> mails(String caseNumber) {
        return jdbc
                .sql("select recipient || ' ' || template from outbox where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(mail -> mail, Collectors.counting()));
    }

    private List<Reply> atOnce(List<Callable<Reply>> clicks) throws Exception {
        CyclicBarrier line = new CyclicBarrier(clicks.size());
        List<Future<Reply>> replies = new ArrayList<>();
        for (Callable<Reply> click : clicks) {
            replies.add(people.submit(() -> {
                line.await();
                return click.call();
            }));
        }
        List<Reply> told = new ArrayList<>();
        for (Future<Reply> reply : replies) {
            told.add(reply.get());
        }
        return told;
    }
}
