package no.tolv.plan.draft;

import static no.tolv.plan.PlanStory.plan;
import static no.tolv.plan.PlanStory.row;
import static no.tolv.plan.PlanStory.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.Involvements;
import no.tolv.casefile.TaskRecords;
import no.tolv.engine.Choice;
import no.tolv.engine.FormReader;
import no.tolv.engine.FormRejected;
import no.tolv.measure.Evaluation;
import no.tolv.measure.Evaluations;
import no.tolv.measure.Measure;
import no.tolv.measure.Measures;
import no.tolv.plan.ActivityPlan;
import no.tolv.plan.ActivityPlans;
import no.tolv.plan.PlanGround;
import no.tolv.plan.PlanStory;
import no.tolv.plan.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(PlanGround.class)
@DisplayName("Lag aktivitetsplan")
class WritePlanTest {

    @Autowired
    PlanStory story;

    @Autowired
    Tables tables;

    @Autowired
    ActivityPlans plans;

    @Autowired
    Measures measures;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Exclusions exclusions;

    @Autowired
    Involvements involvements;

    @Autowired
    TaskRecords records;

    @Autowired
    PlanForm form;

    @Autowired
    Clock clock;

    String caseNumber;

    @BeforeEach
    void begin() {
        caseNumber = story.begin();
    }

    @Test
    @DisplayName("holder planen som utkast og sier når den skal evalueres")
    void keepsDraft() {
        Map<String, Object> returned = story.fillIn("writePlan", plan(row("Voksenstyrt lek")));

        ActivityPlan draft = plans.draft(caseNumber).orElseThrow();
        assertThat(draft.version()).isEqualTo(1);
        assertThat(draft.texts().problemPupil()).isEqualTo("Jeg gruer meg til friminuttene.");
        assertThat(measures.of(caseNumber, 1)).singleElement().satisfies(measure -> {
            assertThat(measure.what()).isEqualTo("Voksenstyrt lek");
            assertThat(measure.evaluationOn()).isEqualTo(LocalDate.parse("2026-12-17"));
        });
        assertThat(involvements.of(caseNumber))
                .extracting(Involvements.Involvement::part)
                .containsExactly(Involvements.Part.RESPONSIBLE_FOR_MEASURE);
        assertThat(returned)
                .containsEntry("planVersion", 1)
                .containsEntry("evaluationAt", at("2026-12-18T06:00:00Z"))
                .containsEntry("informationAt", at("2026-12-11T06:00:00Z"))
                .containsEntry("weeklyAt", at("2026-11-30T06:00:00Z"))
                .containsEntry("weeklyFollowUp", true)
                .containsEntry("teamDiscussion", false);
    }

    @Test
    @DisplayName("innhenter informasjon tidligst i morgen og senest evalueringsdagen")
    void informationBetweenTomorrowAndEvaluation() {
        Map<String, Object> row = with(with(row("Lek"), "from", "2026-11-23"), "evaluationOn", "2026-11-26");
        assertThat(story.fillIn("writePlan", with(plan(row), "evaluationOn", "2026-11-26")))
                .containsEntry("informationAt", at("2026-11-24T06:00:00Z"));
        assertThat(story.fillIn("writePlan", with(plan(row), "evaluationOn", "2026-11-24")))
                .containsEntry("informationAt", at("2026-11-24T06:00:00Z"));
    }

    @Test
    @DisplayName("skriver et utkast om igjen uten å bruke opp et versjonsnummer")
    void rewritesDraft() {
        story.fillIn("writePlan", plan(row("Lek"), row("Samtaler")));
        story.fillIn("writePlan", plan(row("Turer")));
        assertThat(plans.of(caseNumber)).hasSize(1);
        assertThat(measures.of(caseNumber)).extracting(Measure::what).containsExactly("Turer");
    }

    static Stream<Arguments> wrongMeasures() {
        return Stream.of(
                wrong(
                        "responsible",
                        "ingen-slik",
                        "Tiltak 2: den ansvarlige finnes ikke blant de ansatte. Velg en annen."),
                wrong(
                        "to",
                        "2026-11-23",
                        "Tiltak 2: til-datoen 23. november 2026 er før fra-datoen 24. november 2026. Velg en senere til-dato."),
                wrong(
                        "evaluationOn",
                        "2026-12-24",
                        "Tiltak 2: evalueringsdatoen 24. desember 2026 er ikke en skoledag. Siste skoledag før er 21. desember 2026."),
                wrong(
                        "evaluationOn",
                        "2026-11-24",
                        "Tiltak 2: evalueringsdatoen 24. november 2026 må være etter at det starter, 24. november 2026."),
                wrong(
                        "evaluationOn",
                        "2026-11-20",
                        "Tiltak 2: evalueringsdatoen 20. november 2026 må være etter i dag."),
                wrong(
                        "evaluationOn",
                        "2027-02-01",
                        "Tiltak 2: evalueringsdatoen 1. februar 2027 er mer enn 8 uker fram. Velg en skoledag senest 19. januar 2027."),
                wrong("what", "  ", "Tiltak 2: fyll ut «Hva skal gjøres?»."),
                wrong("from", "i morgen", "Tiltak 2: «Fra» er ikke en dato. Skriv den som 24.12.2026."));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("wrongMeasures")
    @DisplayName("avviser et tiltak og sier hvilket, hva og hvordan")
    void refusesMeasure(String key, String value, String sentence) {
        refuses(plan(row("Lek"), with(row("Samtaler"), key, value)), "measures", sentence);
    }

    @Test
    @DisplayName("avviser en ansvarlig som er satt utenfor saken")
    void refusesExcluded() {
        exclusions.add(caseNumber, PlanStory.TEACHER, "suspected");
        refuses(plan(row("Lek")), "measures", "Tiltak 1: den ansvarlige kan ikke delta i saken. Velg en annen.");
    }

    @Test
    @DisplayName("avviser en ansvarlig som har sluttet")
    void refusesInactive() {
        story.leave(PlanStory.TEACHER);
        refuses(plan(row("Lek")), "measures", "Tiltak 1: den ansvarlige arbeider ikke her lenger. Velg en annen.");
    }

    @Test
    @DisplayName("avviser en plan uten tiltak")
    void refusesWithoutMeasures() {
        refuses(plan(), "measures", "Planen har ingen tiltak. Legg til minst ett (§ 12-4).");
    }

    @Test
    @DisplayName("avviser en evalueringsdato for planen i en ferie")
    void refusesPlanEvaluation() {
        refuses(
                with(plan(row("Lek")), "evaluationOn", "2026-12-24"),
                "evaluationOn",
                "Planen: evalueringsdatoen 24. desember 2026 er ikke en skoledag. Siste skoledag før er 21. desember 2026.");
    }

    @Test
    @DisplayName("krever saksnummer i arkivet der planen sier det (NIT-83)")
    void archiveNumber() {
        tables.set("planContent", "archiveNumberRequired", true);
        refuses(
                plan(row("Lek")),
                "archiveNumber",
                "Saksnummeret i arkivet mangler. Opprett saken i arkivet og skriv nummeret, for eksempel 2026/1234.");
        refuses(
                with(plan(row("Lek")), "archiveNumber", "1234"),
                "archiveNumber",
                "Saksnummeret i arkivet skal ha år og løpenummer, for eksempel 2026/1234.");
        accepts(with(plan(row("Lek")), "archiveNumber", "2026/1234"));
    }

    @Test
    @DisplayName("krever årsak for hvert tiltak der planen sier det (NIT-51)")
    void causePerMeasure() {
        tables.set("planContent", "causePerMeasure", true);
        refuses(plan(with(row("Lek"), "cause", null)), "measures", "Tiltak 1: skriv hva tiltaket skal gjøre noe med.");
    }

    @Test
    @DisplayName("krever et tiltak for eleven og et for miljøet der planen sier det (MID-172)")
    void careAndEnvironment() {
        tables.set("planContent", "careAndEnvironment", true);
        String sentence =
                "Planen må ha minst ett tiltak rettet mot eleven og minst ett rettet mot miljøet. Legg til det som mangler.";
        refuses(plan(row("Lek")), "measures", sentence);
        refuses(plan(with(row("Lek"), "target", "exposed"), with(row("Tur"), "target", null)), "measures", sentence);
        accepts(plan(row("Lek"), with(row("Samtaler"), "target", "exposed")));
    }

    @Test
    @DisplayName("krever begrunnelse når klasse og skole ikke er i flertall (TRO-110)")
    void classLevelMajority() {
        tables.set("planContent", "classLevelMajority", true);
        Map<String, Object> half = plan(row("Lek"), with(row("Klassemøter"), "level", "class"));
        refuses(
                half,
                "levelReason",
                "De fleste tiltakene er ikke på klasse- eller skolenivå. Skriv hvorfor, eller legg til slike tiltak.");
        accepts(with(half, "levelReason", "Gruppa er liten."));
        accepts(plan(with(row("Klassemøter"), "level", "class")));
    }

    @Test
    @DisplayName("krever et tiltak mot den som krenker når meldingen gjelder en elev (NIT-53)")
    void offenderMeasure() {
        tables.set("planContent", "offenderMeasure", true);
        accepts(plan(row("Lek")));
        records.add(caseNumber, "reportConcern", null, null, Map.of("suspect", "pupil"));
        refuses(
                plan(row("Lek")),
                "measures",
                "Meldingen gjelder en annen elev. Planen må ha minst ett tiltak rettet mot den eller de som krenker.");
        accepts(plan(row("Lek"), with(row("Samtaler"), "target", "offender")));
    }

    @Test
    @DisplayName("krever bekreftelse på at tiltakene er lovlige der planen sier det (HJE-82)")
    void lawful() {
        tables.set("planContent", "lawfulCheck", true);
        refuses(
                with(plan(row("Lek")), "lawful", null),
                "lawful",
                "Bekreft at tiltakene er lovlige og i tråd med skolereglene.");
    }

    @Test
    @DisplayName("krever en oppsummering av samtalene der planen sier det, og husker den (HJE-74)")
    void communicationSummary() throws Exception {
        accepts(plan(row("Lek")));
        tables.set("planContent", "communicationSummary", true);
        refuses(
                plan(row("Lek")),
                "communicationSummary",
                "Skriv kort hva dere har snakket med eleven og foresatte om.");
        story.planInForce(with(plan(row("Lek")), "communicationSummary", "To samtaler."));
        assertThat(plans.active(caseNumber).orElseThrow().texts().communicationSummary())
                .isEqualTo("To samtaler.");
    }

    @Test
    @DisplayName("foreslår oppsummeringen ut fra samtalene med eleven og foresatte, aldri fra andre elever (HJE-74)")
    void suggestsCommunicationSummary() throws Exception {
        story.hearOther("2026-11-23", "Jeg har sett det samme.");
        informGuardians("phone");
        informGuardians("notReached");
        assertThat(shown())
                .containsEntry("communicationSummaryRequired", false)
                .containsEntry("communicationSummary", """
                23. november 2026, med eleven: Jeg gruer meg.
                23. november 2026, med foresatte: Friminuttene. Ringer fredag.""");
        story.planInForce(with(plan(row("Lek")), "communicationSummary", "To samtaler."));
        story.dayIs("2026-11-24");
        story.hear("2026-11-24", false);
        assertThat(shown()).containsEntry("communicationSummary", """
                To samtaler.
                24. november 2026, med eleven: Jeg gruer meg.""");
    }

    @Test
    @DisplayName("begynner den første planen med strakstiltakene og den som har ansvar for dem (HJE-46)")
    void beginsWithImmediateMeasures() throws Exception {
        assertThat(shown()).doesNotContainKey("measures");
        records.add(
                caseNumber,
                "clarifyRoles",
                "t",
                PlanStory.PRINCIPAL,
                Map.of(
                        "immediateNeeded",
                        "yes",
                        "immediateMeasures",
                        List.of("moreAdults", "other"),
                        "immediateResponsible",
                        PlanStory.TEACHER));
        assertThat(shown())
                .extractingByKey("measures")
                .asList()
                .containsExactly(
                        Map.of(
                                "what", "Flere voksne i klassen",
                                "responsible", PlanStory.TEACHER,
                                "from", "2026-11-23",
                                "to", "2026-12-21",
                                "evaluationOn", "2026-12-21"),
                        Map.of(
                                "what", "Noe annet",
                                "responsible", PlanStory.TEACHER,
                                "from", "2026-11-23",
                                "to", "2026-12-21",
                                "evaluationOn", "2026-12-21"));
        story.planInForce(plan(row("Lek")));
        assertThat(shown())
                .extractingByKey("measures")
                .asList()
                .singleElement()
                .extracting("what")
                .isEqualTo("Lek");
    }

    private void informGuardians(String channel) {
        records.add(
                caseNumber,
                "informGuardians",
                "t",
                PlanStory.TEACHER,
                Map.of(
                        "informedOn", "2026-11-23",
                        "channel", channel,
                        "concerned", "Friminuttene.",
                        "agreed", "Ringer fredag."));
    }

    private Map<String, Object> shown() {
        return form.values(new FormReader(caseNumber, PlanStory.UNIT, "t", PlanStory.TEACHER, Map.of()));
    }

    @Test
    @DisplayName("avviser et tiltak som er vurdert til ikke å ha effekt (NIT-55)")
    void refusesWithoutEffect() {
        Measure play =
                story.planInForce(plan(row("Voksenstyrt lek."), row("Turer"))).get(0);
        evaluate(play, "noEffect", "replace");
        refuses(
                plan(row("Turer"), row("  voksenstyrt   Lek")),
                "measures",
                "Tiltak 2: dette tiltaket er vurdert til ikke å ha effekt. Bytt det ut med et annet.");
        refuses(
                plan(row("Turer")),
                "measures",
                "Et tiltak skal byttes ut, men planen har ingen nye tiltak. Legg til det som kommer i stedet.");
        assertThat(story.fillIn("writePlan", plan(row("Turer"), row("Læringspartner"))))
                .containsEntry("planVersion", 2)
                .containsEntry("teamDiscussion", true);
    }

    @Test
    @DisplayName("viser det vi vet, tiltakene som fortsetter, og hvem som kan ha ansvar")
    void showsWhatIsKnown() {
        records.add(caseNumber, "investigate", "t", PlanStory.TEACHER, Map.of("findings", "Går alene."));
        Measure play = story.planInForce(plan(row("Lek"), row("Turer"))).get(0);
        evaluate(play, "noEffect", "replace");
        exclusions.add(caseNumber, PlanStory.PRINCIPAL, "related");
        FormReader reader = new FormReader(caseNumber, PlanStory.UNIT, "t", PlanStory.TEACHER, Map.of());

        assertThat(form.values(reader))
                .containsEntry("archiveNumberRequired", false)
                .containsEntry("pupilStatement", "Jeg gruer meg.")
                .containsEntry("findings", "Går alene.")
                .containsEntry("problemFindings", "Eleven holdes utenfor.")
                .containsEntry("evaluationOn", "2026-12-21")
                .extractingByKey("measures")
                .asList()
                .singleElement()
                .satisfies(row -> assertThat(((Map<?, ?>) row).get("what")).isEqualTo("Turer"));
        assertThat(form.choices(reader).get("staff"))
                .extracting(Choice::value)
                .containsExactlyInAnyOrder(PlanStory.TEACHER, "oslo-owner");
    }

    private void evaluate(Measure measure, String effect, String next) {
        evaluations.add(new Evaluation(
                caseNumber,
                measure.planVersion(),
                measure.id(),
                LocalDate.parse("2026-11-23"),
                PlanStory.TEACHER,
                clock.instant(),
                null,
                effect,
                next,
                null));
    }

    private void accepts(Map<String, Object> plan) {
        Consumer<Map<String, Object>> fill = answers -> story.fillIn("writePlan", answers);
        fill.accept(plan);
        assertThat(plans.draft(caseNumber)).isPresent();
    }

    private void refuses(Map<String, Object> plan, String field, String sentence) {
        assertThatThrownBy(() -> story.fillIn("writePlan", plan))
                .isInstanceOfSatisfying(
                        FormRejected.class,
                        rejected -> assertThat(rejected.field()).isEqualTo(field))
                .hasMessage(sentence);
    }

    private static Arguments wrong(String key, String value, String sentence) {
        return Arguments.of(key, value, sentence);
    }

    private static Date at(String instant) {
        return Date.from(Instant.parse(instant));
    }
}
