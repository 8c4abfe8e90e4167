package no.tolv.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.tolv.casefile.Readings;
import no.tolv.engine.FormRejected;
import no.tolv.letter.Outbox;
import no.tolv.letter.undelivered.AskAboutMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@DisplayName("Det noen skriver om et barn, står i saken og ingen andre steder")
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:scenario;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "tolv.outbox.folder=target/scenario-outbox"
        })
@Import({CaseWalk.class, ProcessCoverage.class, SentMail.class})
@ExtendWith(OutputCaptureExtension.class)
class PrivacyTest {

    private static final String WORD = "Sommerfuglkvitter";
    private static final String PUPIL = "p-midtstuen-06";
    private static final List<String> NAMES = List.of("Prestekrage", "Foresatt A", "Foresatt B");
    private static final String TEXT = WORD + " Elev Prestekrage i klasse 10Z, Foresatt A Prestekrage, Foresatt B";
    private static final List<String> SECRETS =
            Stream.concat(Stream.of(WORD, "klasse 10Z"), NAMES.stream()).toList();
    private static final String LONG = "Ærlig øgle på åsen 🦋 ".repeat(910);
    private static final String TEACHER = "midtstuen-contact-teacher";
    private static final String PRINCIPAL = "midtstuen-principal";

    @Autowired
    CaseWalk walk;

    @Autowired
    SentMail mail;

    @Autowired
    Outbox outbox;

    @Autowired
    AskAboutMail askAboutMail;

    @Autowired
    Readings readings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext application;

    private final PlantedText planted = new PlantedText(TEXT);
    private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());

    @BeforeEach
    void writeEverywhere() {
        logging.setLogLevel("no.tolv", LogLevel.DEBUG);
        mail.forget();
        walk.writtenBy(planted::in);
    }

    @AfterEach
    void asBefore() {
        walk.writtenBy((form, answers) -> answers);
        logging.setLogLevel("no.tolv", null);
    }

    @Test
    @DisplayName("Hele saken med alle skjemaer: motoren, e-posten og loggen vet ingenting")
    void onlyInTheCase(CapturedOutput output) throws Exception {
        String caseNumber = wholeCase();
        guardiansNotReached();
        duplicate();
        refused();
        readingsReviewed(caseNumber);
        mailStopped(caseNumber);
        mail.to(PRINCIPAL);

        assertThat(planted.missing()).containsExactly("writePlan.archiveNumber");
        assertThat(mailFolder())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).doesNotContain(SECRETS));
        assertThat(mail.to(TEACHER)).allSatisfy(text -> assertThat(text).doesNotContain(SECRETS));
        assertThat(columnsWith("ACT\\_%")).isEmpty();
        assertThat(columnsWith("OUTBOX")).isEmpty();
        assertThat(columnsWith("NOTICE")).isEmpty();
        assertThat(columnsWith("CASE\\_%")).isEmpty();
        LoggerFactory.getLogger("no.tolv.engine").debug("Her lyttes det.");
        assertThat(output.getAll()).contains("Her lyttes det.").doesNotContain(SECRETS);
        assertThat(columnsWith("%"))
                .contains(
                        "TASK_RECORD.ANSWERS",
                        "LOG_ENTRY.TOLD",
                        "HEARING.STATEMENT",
                        "ACTIVITY_PLAN.PUPIL_VIEW",
                        "MEASURE.WHAT",
                        "READING_DECISION.REASON");
        comesBackUnchanged(caseNumber);
    }

    /** Twenty thousand characters, of which some are two bytes and some four. */
    private void comesBackUnchanged(String caseNumber) throws Exception {
        assertThat(LONG.length()).isGreaterThan(20_000);
        String read = MockMvcBuilders.webAppContextSetup(application)
                .build()
                .perform(get("/api/cases/" + caseNumber).principal(() -> PRINCIPAL))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        JsonNode records = new ObjectMapper().readTree(read).path("records");
        assertThat(answers(records, "reportConcern").path("whatHappened").asText())
                .isEqualTo(LONG.strip() + " " + TEXT);
        assertThat(answers(records, "writePlan")
                        .path("measures")
                        .path(0)
                        .path("what")
                        .asText())
                .isEqualTo(LONG.strip() + " " + TEXT);
        assertThat(jdbc.sql("select what from measure where case_number = ? and position = 1")
                        .param(caseNumber)
                        .query(String.class)
                        .list())
                .containsOnly(LONG.strip() + " " + TEXT);
    }

    private static JsonNode answers(JsonNode records, String form) {
        return StreamSupport.stream(records.spliterator(), false)
                .filter(record -> record.path("form").asText().equals(form))
                .findFirst()
                .orElseThrow()
                .path("answers");
    }

    private String wholeCase() {
        SchoolCase school = new SchoolCase(walk, Profile.MIDTSTUEN);
        String caseNumber =
                walk.report(TEACHER, Answers.reportConcern(PUPIL, walk.today()).with("whatHappened", LONG.strip()));
        walk.registerEvent(TEACHER, Answers.caseEvent(caseNumber, "serious", walk.today()));
        walk.complete("oslo-owner", "confirmReceipt", Answers.confirmReceipt());
        school.received();
        walk.complete(
                PRINCIPAL,
                "clarifyRoles",
                Answers.clarifyRoles("midtstuen-counsellor").with("othersToHear", List.of("p-midtstuen-07")));
        walk.complete("midtstuen-counsellor", "hearOtherPupil", Answers.hearOtherPupil(walk.today()));
        school.heardAndInvestigated("no").analysed("yes");
        walk.advanceTo(walk.file().wallAt().plusSeconds(60));
        walk.complete(PRINCIPAL, "informAboutRights", Answers.informAboutRights(walk.today()));
        plannedTwice(school);
        return caseNumber;
    }

    private void plannedTwice(SchoolCase school) {
        LocalDate evaluation = walk.schoolDayIn(10);
        school.planWritten(evaluation, withLongText(school.measures(evaluation)));
        walk.advanceTo(walk.schoolDayIn(6));
        walk.complete(
                PRINCIPAL,
                "weeklyFollowUp",
                Answers.weeklyFollowUp().with("notCarriedOut", "yes").with("action", "Purrer."));
        walk.complete(TEACHER, "followUpMeasure", Answers.followUpMeasure(walk.today()));
        walk.advanceTo(evaluation.minusDays(1));
        walk.complete(PRINCIPAL, "gatherInformation", Answers.gatherInformation());
        walk.advanceTo(evaluation);
        walk.complete(TEACHER, "evaluateMeasure", Answers.evaluateMeasure("tooEarly"));
        school.evaluated("no", "tooEarly", "keep");
        LocalDate second = walk.schoolDayIn(10);
        school.planWritten(second, withLongText(school.measures(second)));
        walk.complete("midtstuen-counsellor", "discussInTeam", Answers.discussInTeam(walk.today()));
        walk.advanceTo(second);
        LocalDate watchUntil = school.evaluated("yes", "effect", "end").walk.schoolDayIn(10);
        school.closed(watchUntil);
        walk.advanceTo(watchUntil);
        school.askedAgain("yes");
    }

    private static List<Map<String, Object>> withLongText(List<Map<String, Object>> measures) {
        measures.get(0).put("what", LONG.strip());
        return measures;
    }

    private void guardiansNotReached() {
        SchoolCase school = new SchoolCase(walk, Profile.MIDTSTUEN);
        school.reported(6);
        school.received().rolesClarified();
        walk.complete(
                "midtstuen-counsellor",
                "informGuardians",
                Answers.informGuardians(walk.today())
                        .with("channel", "notReached")
                        .with("notReachedReason", "Svarer ikke.")
                        .without("concerned")
                        .without("agreed"));
    }

    private void duplicate() {
        SchoolCase school = new SchoolCase(walk, Profile.MIDTSTUEN);
        String surviving = walk.file().caseNumber();
        school.reported(6);
        walk.complete(
                PRINCIPAL,
                "receiveReport",
                Answers.receiveReport()
                        .with("receipt", "duplicate")
                        .with("survivingCase", surviving)
                        .with("duplicateReason", "Gjelder det samme."));
        walk.turnTo(surviving);
        walk.complete(PRINCIPAL, "assessNewInformation", Answers.assessNewInformation("no"));
    }

    private void refused() {
        Answers wrong =
                Answers.reportConcern(PUPIL, walk.today()).with("arena", WORD).with(WORD, WORD);
        assertThatThrownBy(() -> walk.report(TEACHER, wrong)).isInstanceOf(FormRejected.class);
    }

    private void readingsReviewed(String caseNumber) {
        readings.add(caseNumber, "midtstuen-teacher", "case", false, new Readings.Origin("api", "192.0.2.7"));
        walk.advanceTo(walk.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        walk.reviewReadings(PRINCIPAL, "breach", "Ikke i orden.");
    }

    private void mailStopped(String caseNumber) {
        walk.turnTo(caseNumber);
        outbox.put(new Outbox.Mail("stopped", caseNumber, "nobody", true, "planToGuardians", "midtstuen"));
        mail.to(PRINCIPAL);
        askAboutMail.askAll();
        walk.settle();
        walk.complete(PRINCIPAL, "reachRecipient", Answers.toldOtherWay());
    }

    private static List<String> mailFolder() throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(Path.of("target/scenario-outbox"))) {
            for (Path file : found.toList()) {
                files.add(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** Every column of the tables in which one of the secrets stands. */
    private List<String> columnsWith(String tables) {
        return jdbc.sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema = 'PUBLIC' and table_name like ?
                          and table_name not in ('PUPIL', 'GUARDIAN')
                          and data_type in ('CHARACTER VARYING', 'CHARACTER LARGE OBJECT',
                                            'BINARY LARGE OBJECT', 'BINARY VARYING')
                        """).param(tables).query(String.class).list().stream()
                .filter(column -> holdsSecret(column.split("\\.")))
                .toList();
    }

    private boolean holdsSecret(String[] column) {
        return jdbc
                .sql("select \"%2$s\" from \"%1$s\" where \"%2$s\" is not null".formatted((Object[]) column))
                .query((row, i) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list()
                .stream()
                .anyMatch(value -> SECRETS.stream().anyMatch(value::contains));
    }
}
