package no.tolv;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Skjemaene")
class FormFilesTest {

    /**
     * What Java relies on, per form: * = required, ? = hidden by a condition, = = read-only, {} = shown in a text,
     * list.field = field of a row.
     */
    private static final String CONTRACT = """
            analyse              pupilStatement= findings= maintainingFactors* adultsCanChange* needs* participants* bestInterest* conclusion* measuresNeeded*
            askAgain             heardOn* how* statement* safe*
            assessNewInformation information= assessment* serious*
            clarifyRoles         immediateNeeded* immediateMeasures*? immediateResponsible*? immediateReason*? investigator* talksWithPupil* informsGuardians* othersToHear
            closePlan            meetingOn* participants* minutes* howSchoolWatches* watchUntil* guardiansInformed* bestInterest*
            confirmReceipt       {noticeText} received* comment
            discussInTeam        {teamName} discussedOn* consent* consentOn*? advice*
            evaluateMeasure      measureText= effectSign= effect* note*
            evaluatePlan         {measuresStatus} heardOn* pupilParticipated* statement* safe* guardiansParticipation* guardiansOn*? guardiansView*? measures measures.measure= measures.what= measures.effect* measures.next* othersConsidered* bestInterest* absentUnsafe
            followUpMeasure      measureText= carriedOut* carriedOutOn*? note*
            gatherInformation    sources* summary*
            hearOtherPupil       {pupilName} heardOn* how* statement*? weighed
            hearPupil            {summary} whatHappened= heardOn* how* statement*? facts? safe*? whatHelps? weighed*
            informAboutRights    informedOn* channel* told*
            informGuardians      informedOn* channel* concerned*? agreed*? guardiansView? rightsTold*? notReachedReason*?
            investigate          methods* activities activities.what* activities.responsible* activities.doneOn* activities.participants* activities.result* findings* environment*
            reachRecipient       situation= outcome* how
            receiveReport        {summary} whatHappened= whatDone= pupilDescription?= contact?= pupil*? heldReports= gathered* receipt* survivingCase*? duplicateReason*? seriousSigns serious* absentUnsafe* absentSince*? assessment
            registerCaseEvent    case* event* happenedOn* text*
            reportConcern        pupil* happenedOn* discoveredHow* arena* suspect* suspectedStaff*? categories signs repeated whatHappened* intervened* stopped*? saidClearly*? whatDone* guardiansInformed guardiansInformedOn*? leaderTold?
            reviewReadings       findings findings.finding= findings.who= findings.what= findings.decision* reason*
            weeklyFollowUp       {measuresStatus} notCarriedOut* action*?
            writePlan            pupilStatement= findings= problemPupil* problemFindings* groupAssessment* measures* measures.what* measures.cause measures.level* measures.target measures.responsible* measures.from* measures.to* measures.evaluationOn* measures.effectSign* measures.intrusive* evaluationOn* evaluationAgreedWith* pupilView* guardiansView* communicationSummary*? bestInterest* schoolAssessment* levelReason archiveNumber? lawful*
            """;

    private static final Set<String> FREE_TEXT = Set.of("textfield", "textarea");
    private static final Set<String> OTHERS = Set.of("group", "text", "separator");

    private static final Pattern NOT_BOKMAL = Pattern.compile(
            "(?i)\\b(the|and|of|name|date|select|field|please|what|who|when|eg|ikkje|korleis|kva|kven|frå|føresette)\\b");
    private static final Pattern LOWER_CAMEL = Pattern.compile("[a-z][a-zA-Z]*");
    private static final Pattern COMPARISON = Pattern.compile("(\\w+) !?= (?:\"(\\w+)\"|true)");

    static Stream<FormFile> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.map(FormFile::read).toList().stream();
        }
    }

    @Test
    @DisplayName("er de som Java-koden regner med, verken flere eller færre")
    void areTheOnesJavaKnows() throws IOException {
        assertThat(forms().map(FormFile::name))
                .containsExactlyInAnyOrderElementsOf(contracts().keySet());
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("har feltene og kravene som Java-koden regner med")
    void keepTheContract(FormFile form) {
        assertThat(form.contract()).isEqualTo(contracts().get(form.name()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("heter det samme som filen og er laget for Camunda 7")
    void areCamundaForms(FormFile form) {
        assertThat(form.root().path("id").asText()).isEqualTo(form.name());
        assertThat(form.root().path("type").asText()).isEqualTo("default");
        assertThat(form.root().path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.root().path("executionPlatform").asText()).isEqualTo("Camunda Platform");
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("begynner med å si hva steget er og hvor lenge det tar")
    void beginWithAnIntroduction(FormFile form) {
        JsonNode first = form.root().path("components").path(0);
        assertThat(first.path("id").asText()).isEqualTo("Text_intro");
        assertThat(first.path("text").asText()).containsPattern("minutt|halvtime");
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("bruker bare komponenter som Tasklist kan vise, med lesbare og ulike id-er")
    void useWhatTasklistShows(FormFile form) {
        assertThat(form.all())
                .allSatisfy(component -> assertThat(component.path("type").asText())
                        .satisfiesAnyOf(
                                type -> assertThat(FormFile.INPUTS).contains(type),
                                type -> assertThat(OTHERS).contains(type)));
        assertThat(form.all().stream().map(component -> component.path("id").asText()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("(Field|Text|Group|Separator)_\\w+"));
        assertThat(form.inputs())
                .allSatisfy(input -> assertThat(input.path("id").asText()).endsWith("_" + FormFile.key(input)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("har en ledetekst på bokmål på hvert felt")
    void haveLabelsInBokmal(FormFile form) {
        assertThat(form.inputs())
                .allSatisfy(input -> assertThat(FormFile.label(input))
                        .isNotBlank()
                        .matches(text -> Character.isUpperCase(text.charAt(0)), "begynner med stor bokstav"));
        assertThat(form.texts())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).doesNotContainPattern(NOT_BOKMAL));
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("hjelper den som skal skrive fritt, og minner om å ikke nevne andre elever")
    void explainFreeText(FormFile form) {
        List<JsonNode> writable = form.inputs().stream()
                .filter(input -> FREE_TEXT.contains(input.path("type").asText()))
                .filter(input -> !input.path("readonly").asBoolean())
                .toList();
        assertThat(writable)
                .allSatisfy(
                        input -> assertThat(input.path("description").asText()).isNotBlank());
        assertThat(writable)
                .anySatisfy(input -> assertThat(input.path("description").asText())
                        .contains("Skriv ikke navn på andre elever enn nødvendig"));
        assertThat(writable)
                .allMatch(input -> input.path("validate").path("maxLength").isMissingNode());
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("velger aldri for noen, og har engelske koder med ulike ord")
    void leaveTheChoiceOpen(FormFile form) {
        assertThat(form.inputs()).allMatch(input -> input.path("defaultValue").isMissingNode());
        form.inputs().stream()
                .map(input -> input.path("values"))
                .filter(JsonNode::isArray)
                .forEach(values -> {
                    assertThat(values.findValuesAsText("value"))
                            .doesNotHaveDuplicates()
                            .allMatch(LOWER_CAMEL.asMatchPredicate());
                    assertThat(values.findValuesAsText("label"))
                            .doesNotHaveDuplicates()
                            .hasSameSizeAs(values);
                });
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("skjuler felt bare etter svar som finnes i skjemaet")
    void hideByAnswersThatExist(FormFile form) {
        Map<String, JsonNode> fields =
                form.inputs().stream().collect(toMap(FormFile::key, field -> field, (a, b) -> a));
        form.inputs().stream().flatMap(FormFilesTest::comparisons).forEach(comparison -> {
            if (comparison.group(2) != null) {
                assertThat(fields.get(comparison.group(1)).path("values").findValuesAsText("value"))
                        .contains(comparison.group(2));
            }
        });
    }

    private static Stream<MatchResult> comparisons(JsonNode field) {
        String hide = field.path("conditional").path("hide").asText();
        assertThat(COMPARISON.matcher(hide).replaceAll("x")).matches("|=x( and x)*");
        return COMPARISON.matcher(hide).results();
    }

    private static Map<String, Set<String>> contracts() {
        return CONTRACT.lines()
                .map(line -> List.of(line.split("\\s+")))
                .collect(toMap(words -> words.get(0), words -> new TreeSet<>(words.subList(1, words.size()))));
    }
}
