package no.tolv.plan;

import static no.tolv.plan.PlanStory.plan;
import static no.tolv.plan.PlanStory.row;
import static no.tolv.plan.PlanStory.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.LogEntry;
import no.tolv.letter.Documents;
import no.tolv.measure.Measure;
import no.tolv.measure.Measures;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(PlanGround.class)
@DisplayName("Opprett planversjonen")
class CreateActivityPlanTest {

    @Autowired
    PlanStory story;

    @Autowired
    Tables tables;

    @Autowired
    CreateActivityPlan createActivityPlan;

    @Autowired
    CheckPlan checkPlan;

    @Autowired
    PlanChanges changes;

    @Autowired
    ActivityPlans plans;

    @Autowired
    Measures measures;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseLog log;

    @Autowired
    Documents documents;

    @Autowired
    Exclusions exclusions;

    String caseNumber;

    @BeforeEach
    void begin() {
        caseNumber = story.begin();
    }

    @Test
    @DisplayName("setter planen i kraft, lager dokumentet og skriver loggen")
    void activates() {
        story.run(checkPlan);
        assertThat(story.variable("planInForce")).isEqualTo(false);

        story.planInForce(plan(row("Lek"), with(row("Samtaler"), "level", "individual")));

        ActivityPlan active = plans.active(caseNumber).orElseThrow();
        assertThat(active.version()).isEqualTo(1);
        assertThat(documents.of(caseNumber)).singleElement().satisfies(document -> {
            assertThat(document.id()).isEqualTo(active.documentId());
            assertThat(document.title()).isEqualTo("Aktivitetsplan, versjon 1");
            assertThat(document.template()).isEqualTo("nb/activityPlan");
            assertThat(document.templateVersion()).matches("[0-9a-f]{12}");
        });
        assertThat(measures.inForce(caseNumber))
                .hasSize(2)
                .allMatch(measure -> measure.status() == Measure.Status.ACTIVE);
        assertThat(cases.find(caseNumber).orElseThrow().status()).isEqualTo(CaseFile.Status.PLANNED);
        assertThat(log.entries(caseNumber)).last().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("Aktivitetsplan versjon 1 er i kraft");
            assertThat(entry.diagram()).isEqualTo("activityPlan:1");
        });
        story.run(checkPlan);
        assertThat(story.variable("planInForce")).isEqualTo(true);
    }

    @Test
    @DisplayName("lages av malen tabellen nevner, og ikke av noen annen (NIT-62)")
    void usesTheTemplateOfTheTable() {
        tables.set("planContent", "templateName", "kommunalMal");
        assertThatThrownBy(() -> story.planInForce(plan(row("Lek"))))
                .hasMessage("Det finnes ingen dokumentmal «nb/kommunalMal».");
    }

    @Test
    @DisplayName("avløser den forrige versjonen og sier hva som er endret")
    void replaces() {
        story.planInForce(plan(row("Lek"), row("Turer")));
        story.planInForce(plan(with(row("Lek"), "evaluationOn", "2026-12-15"), row("Samtaler")));

        assertThat(plans.of(caseNumber))
                .extracting(ActivityPlan::status)
                .containsExactly(ActivityPlan.Status.REPLACED, ActivityPlan.Status.ACTIVE);
        assertThat(measures.of(caseNumber, 1)).allMatch(measure -> measure.status() == Measure.Status.REPLACED);
        assertThat(changes.until(plans.active(caseNumber).orElseThrow()))
                .containsExactly(
                        "23. november 2026, versjon 2 (Rektor Alm): tiltaket «Lek»: evaluering endret fra 17. desember 2026 til 15. desember 2026",
                        "23. november 2026, versjon 2 (Rektor Alm): nytt tiltak «Samtaler»",
                        "23. november 2026, versjon 2 (Rektor Alm): tiltaket «Turer» er tatt ut");
    }

    @Test
    @DisplayName("går tilbake når den ansvarlige er satt utenfor saken etterpå")
    void refusesExcluded() {
        story.fillIn("writePlan", plan(row("Lek")));
        exclusions.add(caseNumber, PlanStory.TEACHER, "suspected");
        refuses("Tiltak 1: den ansvarlige kan ikke delta i saken. Velg en annen.");
    }

    @Test
    @DisplayName("går tilbake når evalueringsdatoen er passert før planen trer i kraft")
    void refusesLate() {
        story.fillIn("writePlan", with(plan(row("Lek")), "evaluationOn", "2026-11-26"));
        story.dayIs("2026-11-26");
        refuses("Planen: evalueringsdatoen 26. november 2026 må være etter i dag.");
    }

    @Test
    @DisplayName("logger at inngripende tiltak krever enkeltvedtak")
    void logsIntrusive() {
        story.planInForce(plan(row("Lek"), with(row("Bytte av gruppe"), "intrusive", "yes")));
        assertThat(log.entries(caseNumber))
                .extracting(LogEntry::what, LogEntry::text)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "Inngripende tiltak: enkeltvedtak må treffes",
                        "Tiltak nr. 2 settes ikke i verk før det er truffet et enkeltvedtak om det."));
    }

    private void refuses(String sentence) {
        assertThatThrownBy(() -> story.run(createActivityPlan))
                .isInstanceOfSatisfying(
                        BpmnError.class,
                        error -> assertThat(error.getErrorCode()).isEqualTo("planRefused"));
        assertThat(plans.active(caseNumber)).isEmpty();
        assertThat(log.entries(caseNumber)).last().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("Planen ble ikke satt i kraft");
            assertThat(entry.text()).isEqualTo(sentence);
        });
    }
}
