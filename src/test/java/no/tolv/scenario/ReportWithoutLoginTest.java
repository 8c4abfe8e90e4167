package no.tolv.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.LogEntry;
import no.tolv.casefile.TaskRecords;
import no.tolv.concern.intake.Receipts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:stranger;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "TOLV_DEMO_PASSWORD=prove-passord-12",
            "tolv.reports.per-hour=4",
            "tolv.outbox.folder=target/stranger-outbox"
        })
@Import(CaseWalk.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("En som ikke er logget inn, melder")
class ReportWithoutLoginTest {

    private static final Map<String, Object> REPORT = Map.of(
            "unit", "midtstuen",
            "whatHappened", "En gutt blir jaget hver dag etter skolen.",
            "pupilDescription", "Elev Hvitveis på niende");

    @Autowired
    CaseWalk walk;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseLog log;

    @Autowired
    TaskRecords records;

    @Autowired
    Receipts receipts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestRestTemplate rest;

    @Test
    @Order(1)
    @DisplayName("og får en kode; rektor finner eleven, og saken går som andre saker")
    void becomesACase() {
        SchoolCase school = new SchoolCase(walk, Profile.MIDTSTUEN);
        ResponseEntity<Map> answer = send(REPORT);
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(answer.getBody()).containsOnlyKeys("receipt");
        String code = (String) answer.getBody().get("receipt");
        assertThat(code.replace("-", "")).matches("[0-9a-f]{32}");
        assertThat(jdbc.sql("select count(*) from report_receipt where code_hash = ?")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isZero();
        CaseFile file = theCase("midtstuen");
        assertThat(file.pupil()).isNull();
        assertThat(file.wallAt()).isAfter(file.raisedWithPrincipalAt());
        assertThat(jdbc.sql("select count(*) from outbox where template = 'reportReceived'")
                        .query(Integer.class)
                        .single())
                .isZero();

        walk.turnTo(file.caseNumber());
        walk.advanceTo(walk.today().plusDays(1));
        assertThat(walk.openTasks()).contains("receiveReport");
        assertThat(walk.formOf("midtstuen-principal", "receiveReport"))
                .containsEntry("pupilKnown", false)
                .containsEntry("pupilDescription", "Elev Hvitveis på niende");
        ResponseEntity<Map> unmatched = rest.withBasicAuth("midtstuen-principal", "prove-passord-12")
                .getForEntity("/api/cases/" + file.caseNumber(), Map.class);
        assertThat(unmatched.getStatusCode().value()).isEqualTo(200);
        assertThat(unmatched.getBody()).doesNotContainKeys("pupil", "pupilName", "contactTeacher");

        walk.complete(
                "midtstuen-principal",
                "receiveReport",
                Answers.receiveReport().with("pupil", Profile.MIDTSTUEN.pupil(2)));
        assertThat(walk.file().pupil()).isEqualTo(Profile.MIDTSTUEN.pupil(2));
        school.rolesClarified().heardAndInvestigated("no").analysed("yes");
        school.planWritten(walk.schoolDayIn(15));
        assertThat(walk.file().status()).isEqualTo(CaseFile.Status.PLANNED);
        assertThat(log.firstBroken(file.caseNumber())).isEmpty();
        assertThat(log.entries(file.caseNumber())).first().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("anonymous");
            assertThat(entry.text()).contains("blir jaget", "Elev Hvitveis");
        });
    }

    @Test
    @Order(2)
    @DisplayName("om ledelsen: saken åpnes hos skoleeier, og ledelsen vet ikke om den")
    void opensAtTheOwner() {
        Map<String, Object> report = new HashMap<>(REPORT);
        report.put("suspect", "leader");
        assertThat(send(report).getStatusCode().value()).isEqualTo(201);
        String caseNumber = theCase("oslo").caseNumber();
        assertThat(rest.withBasicAuth("midtstuen-principal", "prove-passord-12")
                        .getForEntity("/api/cases/" + caseNumber, Map.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        walk.turnTo(caseNumber);
        walk.advanceTo(walk.today().plusDays(1));
        walk.complete("oslo-owner", "receiveReport", Answers.receiveReport().with("pupil", Profile.MIDTSTUEN.pupil(3)));
        assertThat(walk.file().pupil()).isEqualTo(Profile.MIDTSTUEN.pupil(3));
    }

    @Test
    @Order(3)
    @DisplayName("får vite om alle feil")
    void refuses() {
        ResponseEntity<Map> wrong = send(Map.of("unit", "oslo", "pupil", "p-midtstuen-01"));
        assertThat(wrong.getStatusCode().value()).isEqualTo(422);
        assertThat((List<Map<String, String>>) wrong.getBody().get("errors"))
                .extracting(error -> error.get("field"))
                .containsExactlyInAnyOrder("unit", "pupil", "whatHappened", "pupilDescription");
        ResponseEntity<Map> staff = rest.withBasicAuth("midtstuen-teacher", "prove-passord-12")
                .postForEntity("/api/reports", Map.of("pupil", "x"), Map.class);
        assertThat(staff.getStatusCode().value()).isEqualTo(422);
        assertThat((List<Map<String, String>>) staff.getBody().get("errors"))
                .extracting(error -> error.get("field"))
                .contains("pupil", "happenedOn", "whatHappened", "suspect");
        ResponseEntity<Map> reported = rest.withBasicAuth("midtstuen-teacher", "prove-passord-12")
                .postForEntity(
                        "/api/reports",
                        Answers.reportConcern(Profile.MIDTSTUEN.pupil(4), walk.today())
                                .fields(),
                        Map.class);
        assertThat(reported.getStatusCode().value()).isEqualTo(201);
        assertThat(reported.getBody()).containsOnlyKeys("caseNumber");
    }

    @Test
    @Order(4)
    @DisplayName("mye: alt tas imot, resten samles i én sak til rektor har sett på det")
    void holdsTogether() {
        send(REPORT);
        send(REPORT);
        int open = cases.openCasesAt("midtstuen").size();
        for (String what : List.of("Den femte.", "Den sjette.", "Den sjuende.")) {
            assertThat(send(report(what, "unknown")).getStatusCode().value()).isEqualTo(201);
        }
        assertThat(send(report("Om ledelsen.", "leader")).getStatusCode().value())
                .isEqualTo(201);
        assertThat(cases.openCasesAt("midtstuen")).hasSize(open + 1);
        CaseFile gathering = theCase("midtstuen");
        walk.turnTo(gathering.caseNumber());
        Instant received = gathering.raisedWithPrincipalAt();
        walk.advanceTo(walk.today().plusDays(1));
        Map<String, Object> form = walk.formOf("midtstuen-principal", "receiveReport");
        assertThat(form).containsEntry("isGathered", true).containsEntry("whatHappened", "Den femte.");
        assertThat((String) form.get("heldReports"))
                .contains("Den sjette.", "Den sjuende.")
                .doesNotContain("ledelsen");

        assertThat(send(report("Mens rektor leser.", "unknown")).getStatusCode().value())
                .isEqualTo(201);
        assertThat(cases.openCasesAt("midtstuen")).hasSize(open + 2);

        walk.complete(
                "midtstuen-principal",
                "receiveReport",
                Answers.receiveReport()
                        .with("pupil", Profile.MIDTSTUEN.pupil(5))
                        .with("gathered", "ownCases"));
        assertThat(cases.openCasesAt("midtstuen")).hasSize(open + 4);
        assertThat(cases.openCasesAt("midtstuen").subList(0, 2)).allSatisfy(own -> {
            assertThat(own.raisedWithPrincipalAt()).isBetween(received, received.plusSeconds(60));
            assertThat(own.wallAt())
                    .isBetween(gathering.wallAt(), gathering.wallAt().plusSeconds(60));
            walk.turnTo(own.caseNumber());
            assertThat(walk.openTasks()).contains("receiveReport");
            assertThat(log.firstBroken(own.caseNumber())).isEmpty();
        });
        assertThat(log.firstBroken(gathering.caseNumber())).isEmpty();
        assertThat(log.entries(gathering.caseNumber()))
                .extracting(LogEntry::what)
                .contains("2 meldinger som ble holdt sammen med denne, er åpnet som egne saker");
    }

    @Test
    @Order(5)
    @DisplayName(
            "om det samme som en sak skolen har: alt som er holdt sammen, følger med dit, og koden sier at noen arbeider")
    void followsIntoTheOpenCase() {
        String surviving = cases.openCasesOf(Profile.MIDTSTUEN.pupil(5)).get(0).caseNumber();
        String code = (String) send(report("Den åttende.", "unknown")).getBody().get("receipt");
        assertThat(receipts.status(code)).isEqualTo(Receipts.Status.RECEIVED);
        String gathering = jdbc.sql(
                        "select case_number from report_gathering where suspect = 'unknown' and not read_by_receiver")
                .query(String.class)
                .single();
        walk.turnTo(gathering);
        walk.advanceTo(walk.today().plusDays(1));
        Answers duplicate = Answers.receiveReport()
                .with("pupil", Profile.MIDTSTUEN.pupil(5))
                .with("receipt", "duplicate")
                .with("survivingCase", surviving)
                .with("duplicateReason", "Det samme.");
        assertThatThrownBy(() -> walk.complete("midtstuen-principal", "receiveReport", duplicate))
                .as("nothing said of the other reports")
                .isInstanceOf(Exception.class);
        walk.complete("midtstuen-principal", "receiveReport", duplicate.with("gathered", "sameMatter"));
        assertThat(records.of(surviving))
                .extracting(record -> record.answers().get("text"))
                .contains("Mens rektor leser.", "Den åttende.");
        assertThat(receipts.status(code)).isEqualTo(Receipts.Status.WORKING);
    }

    private static Map<String, Object> report(String what, String suspect) {
        Map<String, Object> report = new HashMap<>(REPORT);
        report.put("whatHappened", what);
        report.put("suspect", suspect);
        return report;
    }

    private ResponseEntity<Map> send(Map<String, Object> report) {
        return rest.postForEntity("/api/reports", report, Map.class);
    }

    private CaseFile theCase(String unit) {
        return cases.openCasesAt(unit).get(0);
    }
}
