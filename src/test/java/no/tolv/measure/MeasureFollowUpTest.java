package no.tolv.measure;

import static no.tolv.plan.PlanStory.plan;
import static no.tolv.plan.PlanStory.row;
import static no.tolv.plan.PlanStory.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import no.tolv.engine.FormReader;
import no.tolv.engine.FormRejected;
import no.tolv.plan.PlanGround;
import no.tolv.plan.PlanStory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(PlanGround.class)
@DisplayName("Oppfølging av tiltak")
class MeasureFollowUpTest {

    @Autowired
    PlanStory story;

    @Autowired
    Measures measures;

    @Autowired
    Evaluations evaluations;

    @Autowired
    OpenFollowUpTasks openFollowUpTasks;

    @Autowired
    ReportCarriedOut reportCarriedOut;

    @Autowired
    FollowUpMeasure followUpMeasure;

    @Autowired
    EvaluateMeasure evaluateMeasure;

    @Autowired
    WeeklyFollowUp weeklyFollowUp;

    String caseNumber;
    List<Measure> inForce;

    @BeforeEach
    void planInForce() {
        caseNumber = story.begin();
        inForce = story.planInForce(plan(row("Lek"), row("Turer")));
        story.let("measure", inForce.get(0).id().toString());
    }

    @Test
    @DisplayName("én for hvert tiltak, og de i tidligere versjoner avsluttes først")
    void opensFollowUps() {
        story.run(openFollowUpTasks);
        assertThat(story.followUps())
                .extracting(followUp -> followUp.get("measure"))
                .containsExactlyInAnyOrderElementsOf(ids(inForce));
        List<Measure> second = story.planInForce(plan(row("Samtaler")));
        story.run(openFollowUpTasks);
        assertThat(story.followUps())
                .containsExactly(Map.of(
                        "caseNumber",
                        caseNumber,
                        "unit",
                        PlanStory.UNIT,
                        "municipality",
                        "oslo",
                        "measure",
                        second.get(0).id().toString(),
                        "responsible",
                        PlanStory.TEACHER,
                        "periodEndsAt",
                        at("2026-12-17T06:00:00Z"),
                        "evaluationAt",
                        at("2026-12-17T06:00:00Z")));
    }

    private static List<String> ids(List<Measure> measures) {
        return measures.stream().map(measure -> measure.id().toString()).toList();
    }

    @Test
    @DisplayName("alle gjennomført bringer evalueringen fram (HJE-76)")
    void allCarriedOut() {
        carryOut(inForce.get(0));
        assertThat(story.evaluationBroughtForward()).isFalse();
        carryOut(inForce.get(1));
        assertThat(story.evaluationBroughtForward()).isTrue();
        assertThat(measures.inForce(caseNumber)).extracting(Measure::status).containsOnly(Measure.Status.CARRIED_OUT);
    }

    @Test
    @DisplayName("ikke gjennomført er et svar og blir stående")
    void notCarriedOut() {
        story.fillIn("followUpMeasure", Map.of("carriedOut", "no", "note", "Sykdom."));
        story.run(reportCarriedOut);
        assertThat(measures.find(inForce.get(0).id()).orElseThrow().status()).isEqualTo(Measure.Status.NOT_CARRIED_OUT);
    }

    @Test
    @DisplayName("avviser en dag som ikke er kommet")
    void refusesFuture() {
        assertThatThrownBy(() -> story.fillIn(
                        "followUpMeasure", Map.of("carriedOut", "yes", "carriedOutOn", "2026-11-24", "note", "–")))
                .isInstanceOf(FormRejected.class)
                .hasMessage(
                        "«Når ble det gjennomført?»: 24. november 2026 er ikke kommet ennå. Skriv dagen det faktisk skjedde.");
    }

    @Test
    @DisplayName("virkningen av et tiltak blir en evaluering")
    void evaluatesMeasure() {
        assertThat(evaluateMeasure.values(reader()))
                .containsEntry("measureText", "Lek")
                .containsEntry("effectSign", "Eleven har noen å være sammen med.");
        assertThat(followUpMeasure.values(reader())).containsEntry("measureText", "Lek");
        story.fillIn("evaluateMeasure", Map.of("effect", "noEffect", "note", "Ingen endring."));
        assertThat(evaluations.latest(caseNumber).get(inForce.get(0).id()).mustBeReplaced())
                .isTrue();
    }

    @Test
    @DisplayName("et inngripende tiltak sier at enkeltvedtaket kommer først (INV-16)")
    void intrusiveNeedsDecisionFirst() {
        List<Measure> intrusive = story.planInForce(plan(with(row("Bytte av gruppe"), "intrusive", "yes")));
        inForce = intrusive;
        assertThat((String) followUpMeasure.values(reader()).get("measureText"))
                .startsWith("Bytte av gruppe")
                .contains("enkeltvedtak før du setter det i gang");
    }

    @Test
    @DisplayName("ukentlig gjennomgang viser alle tiltak og kommer igjen på en skoledag")
    void weekly() {
        assertThat((String) weeklyFollowUp.values(reader()).get("measuresStatus"))
                .contains("Tiltak 1: Lek – Lærer Gran", "Tiltak 2: Turer", "pågår");
        story.dayIs("2026-12-21");
        assertThat(story.fillIn("weeklyFollowUp", Map.of("notCarriedOut", "no")))
                .containsEntry("weeklyAt", at("2027-01-05T06:00:00Z"));
    }

    private void carryOut(Measure measure) {
        story.let("measure", measure.id().toString());
        story.fillIn("followUpMeasure", Map.of("carriedOut", "yes", "carriedOutOn", "2026-11-23", "note", "Hver dag."));
        story.run(reportCarriedOut);
    }

    private FormReader reader() {
        return new FormReader(
                caseNumber,
                PlanStory.UNIT,
                "t",
                PlanStory.TEACHER,
                Map.of("measure", inForce.get(0).id().toString()));
    }

    private static Date at(String instant) {
        return Date.from(Instant.parse(instant));
    }
}
