package no.tolv.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.tolv.engine.time.TableEngine;
import no.tolv.organisation.Role;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Regeltabellene har verdiene fra de fem planene")
class DecisionTablesTest {

    private static TableEngine tables;

    @BeforeAll
    static void start() {
        tables = new TableEngine(Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        tables.close();
    }

    private static Map<String, Object> row(String table, String... inputs) {
        return tables.decisions.first(table, inputs(inputs)).orElseThrow();
    }

    private static Map<String, Object> inputs(String... pairs) {
        Map<String, Object> inputs = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            inputs.put(pairs[i], pairs[i + 1]);
        }
        return inputs;
    }

    @ParameterizedTest(name = "{0}, mistanke mot {1}")
    @CsvSource(delimiter = '|', textBlock = """
        hagen      | pupil    | principal,deputyPrincipal | contactTeacher   | contactTeacher    | unit
        trosterud  | none     | principal,deputyPrincipal | socialTeacher    | contactTeacher    | unit
        midtstuen  | unknown  | principal,deputyPrincipal | counsellor       | contactTeacher    | unit
        hjellestad | pupil    | principal                 | contactTeacher   | contactTeacher    | unit
        aune       | pupil    | principal                 | contactTeacher   | contactTeacher    | unit
        pikhaugen  | pupil    | kindergartenHead          | pedagogicalLeader| pedagogicalLeader | unit
        bergen     | pupil    | principal                 | contactTeacher   | contactTeacher    | unit
        hagen      | employee | principal                 | principal        | principal         | unit
        trosterud  | employee | principal                 | principal        | principal         | unit
        hjellestad | employee | principal                 | principal        | principal         | unit
        pikhaugen  | employee | kindergartenHead          | kindergartenHead | kindergartenHead  | unit
        hagen      | leader   | owner                     | ownerAdviser     | owner             | owner
        midtstuen  | leader   | owner                     | ownerAdviser     | owner             | owner
        pikhaugen  | leader   | owner                     | ownerAdviser     | owner             | owner
        """)
    void caseRouting(
            String unit,
            String suspect,
            String receiver,
            String investigator,
            String guardianContact,
            String recipient) {
        assertThat(row("caseRouting", "unit", unit, "suspect", suspect))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "receiver", receiver,
                        "investigatorRole", investigator,
                        "guardianContactRole", guardianContact,
                        "recipientUnit", recipient));
    }

    @ParameterizedTest(name = "{0}: {1}, gang {2}")
    @CsvSource(delimiter = '|', textBlock = """
        hagen      | reported          | 1 | principal:caseReported
        trosterud  | reported          | 1 | principal:caseReported socialTeacher:caseReported
        midtstuen  | reported          | 1 | principal:caseReported counsellor:caseReported
        hjellestad | reported          | 1 | principal:caseReported contactTeacher:caseReported departmentHead:caseReported
        aune       | reported          | 1 | principal:caseReported
        pikhaugen  | reported          | 1 | principal:caseReported
        hjellestad | employeeSuspected | 1 | principal:caseReported owner:ownerNotice!
        midtstuen  | employeeSuspected | 1 | principal:caseReported owner:ownerNotice!
        hagen      | leaderSuspected   | 1 | owner:ownerNotice!
        hjellestad | leaderSuspected   | 1 | owner:ownerNotice!
        aune       | serious           | 1 | owner:ownerNotice!
        trosterud  | serious           | 1 | owner:ownerNotice!
        hagen      | absentUnsafe      | 1 | owner:ownerNotice!
        midtstuen  | absentUnsafe      | 1 |
        hagen      | violence          | 1 | principal:caseReported owner:ownerNotice!
        trosterud  | violence          | 1 | principal:caseReported
        hagen      | planMade          | 1 | principal:planMade owner:archiveNumberOnly guardians:planToGuardians
        midtstuen  | planMade          | 1 | principal:planMade guardians:planToGuardians
        hjellestad | planMade          | 1 | principal:planMade guardians:planToGuardians
        trosterud  | planMade          | 1 | principal:planMade guardians:planToGuardians
        aune       | planMade          | 2 | principal:planMade guardians:planToGuardians
        hagen      | planExtended      | 1 | principal:planMade owner:ownerNotice!
        hagen      | planExtended      | 2 | principal:planMade owner:ownerNotice!
        midtstuen  | planExtended      | 1 | principal:planMade
        midtstuen  | planExtended      | 2 | principal:planMade owner:ownerNotice!
        aune       | planExtended      | 3 | principal:planMade owner:ownerNotice!
        hagen      | wallReached       | 1 | owner:ownerNotice!
        pikhaugen  | wallReached       | 1 | owner:ownerNotice!
        hjellestad | wallReached       | 1 | owner:ownerNotice! principal:taskWaiting departmentHead:taskWaiting
        hjellestad | measureStarted    | 1 | principal:planMade
        midtstuen  | measureStarted    | 1 |
        """)
    void noticeRules(String unit, String event, int occurrence, String expected) {
        Map<String, Object> inputs = Map.of("unit", unit, "event", event, "occurrence", occurrence);
        List<String> notices = expected == null ? List.of() : Arrays.asList(expected.split(" "));
        assertThat(tables.decisions.all("noticeRules", inputs).stream().map(DecisionTablesTest::notice))
                .containsExactlyInAnyOrderElementsOf(notices);
    }

    private static String notice(Map<String, Object> row) {
        return row.get("recipient") + ":" + row.get("content") + (Boolean.TRUE.equals(row.get("receipt")) ? "!" : "");
    }

    @ParameterizedTest(name = "{1} ved {0}")
    @CsvSource(delimiter = '|', textBlock = """
        hagen      | receiveReport        | 4 workingHours 2 4 owner
        midtstuen  | receiveReport        | 4 workingHours 2 4 owner
        hjellestad | receiveReport        | 4 workingHours 2 4 owner
        trosterud  | receiveReport        | 1 workingDays 0 1 owner
        aune       | receiveReport        | 1 workingDays 0 1 owner
        hagen      | clarifyRoles         | 4 workingHours 2 4 principal
        trosterud  | clarifyRoles         | 4 workingHours 2 4 principal
        midtstuen  | clarifyRoles         | 4 workingHours 2 4 principal
        hjellestad | clarifyRoles         | 1 schoolDays 0 1 principal
        aune       | clarifyRoles         | 1 workingDays 0 1 principal
        aune       | hearPupil            | 1 schoolDays 0 1 principal
        aune       | hearOtherPupil       | 1 schoolDays 0 1 principal
        hagen      | investigate          | 2 workingDays 1 1 principal
        pikhaugen  | investigate          | 2 workingDays 1 1 principal
        hagen      | informGuardians      | 4 workingHours 2 4 principal
        midtstuen  | informGuardians      | 1 workingDays 0 1 principal
        trosterud  | analyse              | 1 workingDays 0 1 principal
        hagen      | writePlan            | 1 workingDays 0 1 owner
        hjellestad | writePlan            | 5 workingDays 2 0 owner
        midtstuen  | writePlan            | 5 workingDays 2 0 owner
        midtstuen  | weeklyFollowUp       | 1 schoolDays 0 2 principal
        midtstuen  | gatherInformation    | 3 workingDays 1 1 principal
        midtstuen  | discussInTeam        | 5 schoolDays 1 1 principal
        trosterud  | discussInTeam        | 5 schoolDays 1 1 principal
        hagen      | evaluatePlan         | 0 schoolDays 0 1 owner
        hjellestad | evaluateMeasure      | 0 schoolDays 0 2 principal
        hagen      | followUpMeasure      | 5 schoolDays 1 2 principal
        hagen      | closePlan            | 3 workingDays 1 2 principal
        aune       | askAgain             | 2 schoolDays 0 2 principal
        nittedal   | confirmReceipt       | 4 workingHours 2 4 owner
        bergen     | confirmReceipt       | 4 workingHours 2 4 owner
        oslo       | assessNewInformation | 1 workingDays 0 1 owner
        midtstuen  | informAboutRights    | 1 workingDays 0 1 owner
        oslo       | reviewReadings       | 3 workingDays 1 1 owner
        pikhaugen  | somethingNew         | 2 workingDays 1 1 principal
        """)
    void deadlines(String unit, String task, String expected) {
        Map<String, Object> row = row("deadlines", "unit", unit, "task", task);
        assertThat(Stream.of("amount", "count", "remind", "escalate", "escalateTo")
                        .map(row::get)
                        .map(String::valueOf))
                .containsExactly(expected.split(" "));
        assertThat(tables.taskDeadlines.escalateTo(unit, task)).isEqualTo(row.get("escalateTo"));
        assertThat(Role.of(tables.taskDeadlines.escalateTo(unit, task))).isNotNull();
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "refused,      nurse,          1,  true",
        "keptOut,      principal,      1,  true",
        "closedCase,   contactTeacher, 1,  true",
        "closedCase,   principal,      9,  false",
        "closedCase,   owner,          9,  false",
        "outsideHours, contactTeacher, 2,  false",
        "outsideHours, contactTeacher, 3,  true",
        "manyCases,    principal,      9,  false",
        "manyCases,    principal,      10, true",
        "somethingNew, none,           99, false"
    })
    void readingRules(String sign, String role, int times, boolean unusual) {
        Map<String, Object> inputs = Map.of("unit", "midtstuen", "sign", sign, "role", role, "times", times);
        assertThat(tables.decisions.first("readingRules", inputs)).contains(Map.of("unusual", unusual));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "hagen, false, false, Bistandsteam",
        "trosterud, false, false, Elevsaksmøte",
        "midtstuen, true, true, R-team",
        "hjellestad, false, false, Trinnteam",
        "aune, false, false, Arbeidslag",
        "pikhaugen, false, false, Arbeidslag",
        "bergen, false, false, Team"
    })
    void evaluationInterval(String unit, boolean weekly, boolean teamFirst, String team) {
        assertThat(row("evaluationInterval", "unit", unit))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "defaultWeeks",
                        4,
                        "maxWeeks",
                        8,
                        "informationLeadDays",
                        5,
                        "weeklyFollowUp",
                        weekly,
                        "teamBeforeEvaluation",
                        teamFirst,
                        "teamName",
                        team,
                        "watchWeeks",
                        4,
                        "guardiansEvaluate",
                        true));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "hagen, Aktivitetsplan, true, true, false, false, true, false",
        "trosterud, Aktivitetsplan, false, false, false, false, false, true",
        "midtstuen, Aktivitetsplan, false, false, false, true, false, false",
        "hjellestad, Aktivitetsplan iht. opplæringsloven § 12-4, false, false, true, false, false, false",
        "aune, Tiltaksplan, false, false, false, false, false, false",
        "pikhaugen, Tiltaksplan, false, false, false, false, false, false",
        "bergen, Aktivitetsplan, false, false, false, false, false, false"
    })
    void planContent(
            String unit,
            String name,
            boolean archiveNumber,
            boolean cause,
            boolean communication,
            boolean care,
            boolean offender,
            boolean classLevel) {
        assertThat(row("planContent", "unit", unit))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "planName", name,
                        "archiveNumberRequired", archiveNumber,
                        "causePerMeasure", cause,
                        "communicationSummary", communication,
                        "careAndEnvironment", care,
                        "offenderMeasure", offender,
                        "classLevelMajority", classLevel,
                        "lawfulCheck", true,
                        "templateName", "activityPlan"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "hagen, bullying violence discrimination harassment digital other",
        "aune, bullying violence discrimination harassment digital other",
        "hjellestad, bullying violence discrimination harassment other",
        "midtstuen, bullying violence discrimination harassment exclusion racism other",
        "trosterud, bullying violence discrimination harassment exclusion racism sexualHarassment hateSpeech isolation backbiting playFighting offensiveLanguage other"
    })
    void categories(String unit, String codes) {
        List<Map<String, Object>> rows = tables.decisions.all("categories", Map.of("unit", unit));
        assertThat(rows).extracting(row -> row.get("code")).containsExactly((Object[]) codes.split(" "));
        assertThat(rows).allSatisfy(row -> assertThat(row).containsKeys("label", "definition"));
    }

    @Test
    @DisplayName("En enhet som ikke finnes, gir en setning og ikke standarden")
    void refusesUnknownUnit() {
        assertThatThrownBy(() -> row("planContent", "unit", "bortevekk"))
                .hasMessage(
                        "Regelen «planContent» kan ikke brukes: det finnes ingen enhet «bortevekk» i organisasjonen.");
        assertThatThrownBy(() -> row("planContent")).hasMessageContaining("ingen enhet «null»");
    }

    @Test
    @DisplayName("Svaret avhenger ikke av hvem som er logget inn")
    void answersAnybody() {
        tables.engine.getIdentityService().setAuthentication("midtstuen-assistant", List.of(), List.of("midtstuen"));
        try {
            assertThat(row("planContent", "unit", "aune")).containsEntry("planName", "Tiltaksplan");
        } finally {
            tables.engine.getIdentityService().clearAuthentication();
        }
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".dmn")).toList().stream();
        }
    }

    @ParameterizedTest(name = "{0} er til å lese for en administrator")
    @MethodSource("files")
    void isWellKept(Path file) {
        Decision decision = Dmn.readModelFromFile(file.toFile())
                .getModelElementsByType(Decision.class)
                .iterator()
                .next();
        assertThat(decision.getId() + ".dmn").isEqualTo(file.getFileName().toString());
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank();
        DecisionTable table = (DecisionTable) decision.getExpression();
        assertThat(table.getInputs()).hasSizeLessThanOrEqualTo(5).allSatisfy(input -> {
            assertThat(input.getLabel()).isNotBlank();
            InputExpression expression = input.getInputExpression();
            assertThat(expression.getText().getTextContent()).matches("[a-z]+");
        });
        assertThat(table.getRules()).hasSizeLessThanOrEqualTo(30).allSatisfy(this::citesItsSource);
        if (table.getHitPolicy() == HitPolicy.FIRST) {
            assertThat(last(table).getInputEntries())
                    .allSatisfy(entry -> assertThat(entry.getTextContent()).isBlank());
        }
    }

    private void citesItsSource(Rule rule) {
        assertThat(rule.getDescription().getTextContent())
                .matches("(?s).*((NIT|TRO|HJE|MID|OPP|INV)-\\d+|[DTA]-\\d+|§|Standard).*");
        assertThat(rule.getInputEntries())
                .allSatisfy(entry ->
                        assertThat(entry.getTextContent()).matches("\\s*((\"\\w+\"(, \"\\w+\")*)|\\d+|>= \\d+)?\\s*"));
    }

    private static Rule last(DecisionTable table) {
        return table.getRules().stream().reduce((one, other) -> other).orElseThrow();
    }

    @ParameterizedTest(name = "En endret {0} gjelder fra neste spørsmål")
    @ValueSource(
            strings = {"caseRouting", "noticeRules", "deadlines", "evaluationInterval", "planContent", "categories"})
    void changedTableCounts(String table) {
        Map<String, String> sample = Map.of(
                "caseRouting", "\"counsellor\"",
                "noticeRules", "\"counsellor\"",
                "deadlines", "\"schoolDays\"",
                "evaluationInterval", "\"R-team\"",
                "planContent", "\"Aktivitetsplan\"",
                "categories", "\"racism\"");
        Map<String, Object> inputs = Map.of(
                "unit", "midtstuen", "suspect", "pupil", "event", "reported", "occurrence", 1, "task", "hearPupil");
        try (TableEngine own = new TableEngine(Clock.systemUTC())) {
            assertThat(own.decisions.all(table, inputs).toString()).doesNotContain("endret");
            own.change(table, sample.get(table), "\"endret\"");
            assertThat(own.decisions.all(table, inputs).toString()).contains("endret");
        }
    }
}
