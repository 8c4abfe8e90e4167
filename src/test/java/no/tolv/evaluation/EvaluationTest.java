package no.tolv.evaluation;

import static no.tolv.plan.PlanStory.plan;
import static no.tolv.plan.PlanStory.row;
import static no.tolv.plan.PlanStory.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Hearings;
import no.tolv.engine.FormReader;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Processes;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(PlanGround.class)
@DisplayName("Evaluering og avslutning")
class EvaluationTest {

    @Autowired
    PlanStory story;

    @Autowired
    ActivityPlans plans;

    @Autowired
    Measures measures;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Hearings hearings;

    @Autowired
    CaseFiles cases;

    @Autowired
    Processes processes;

    @Autowired
    EvaluatePlan evaluatePlan;

    @Autowired
    DiscussInTeam discussInTeam;

    @Autowired
    ClosePlan closePlan;

    @Autowired
    Tables tables;

    String caseNumber;
    List<Measure> inForce;

    @BeforeEach
    void evaluationDay() {
        caseNumber = story.begin();
        inForce = story.planInForce(plan(row("Lek"), row("Turer")));
        story.dayIs("2026-12-18");
    }

    @Test
    @DisplayName("når eleven sier det er trygt, er planen ferdig evaluert")
    void safe() {
        assertThat(story.fillIn("evaluatePlan", evaluation("yes"))).isEqualTo(Map.of("pupilSafe", true));
        assertThat(hearings.latestOfPupil(caseNumber).orElseThrow().safe()).isTrue();
        assertThat(evaluations.of(caseNumber)).extracting(Evaluation::pupilSafe).containsExactly(null, null, true);
        assertThat(story.fact("absentUnsafe")).isNull();
    }

    @Test
    @DisplayName("når eleven ikke sier det er trygt, forlenges planen, og forlengelsene telles")
    void notSafe() {
        assertThat(story.fillIn("evaluatePlan", evaluation("no")))
                .isEqualTo(Map.of("pupilSafe", false, "extensions", 1));
        assertThat(story.fillIn("evaluatePlan", evaluation("no"))).containsEntry("extensions", 2);
    }

    @Test
    @DisplayName("fravær fordi det er utrygt, blir kjent i saken bare når det er krysset av")
    void absentUnsafe() {
        story.fillIn("evaluatePlan", with(evaluation("no"), "absentUnsafe", true));
        assertThat(story.fact("absentUnsafe")).isEqualTo(true);
    }

    @Test
    @DisplayName("viser tiltakene med siste virkning")
    void showsMeasures() {
        story.let("measure", inForce.get(1).id().toString());
        story.fillIn("evaluateMeasure", Map.of("effect", "effect", "note", "Bra."));
        FormReader reader = new FormReader(caseNumber, PlanStory.UNIT, "t", PlanStory.PRINCIPAL, Map.of());
        assertThat(evaluatePlan.values(reader).get("measures"))
                .isEqualTo(List.of(
                        Map.of("measure", inForce.get(0).id().toString(), "what", "Lek"),
                        Map.of("measure", inForce.get(1).id().toString(), "what", "Turer", "effect", "effect")));
    }

    @Test
    @DisplayName("avviser tiltak uten effekt som skal fortsette (NIT-55)")
    void refusesKeepingWithoutEffect() {
        refuses(
                "evaluatePlan",
                with(evaluation("no"), "measures", rows("noEffect", "keep")),
                "Tiltak 1: tiltak uten effekt kan ikke fortsette. Velg å bytte det ut eller avslutte det.");
    }

    @Test
    @DisplayName("avviser en evaluering der et tiltak mangler eller er ukjent")
    void refusesWrongRows() {
        refuses(
                "evaluatePlan",
                with(evaluation("no"), "measures", rows("effect", "keep").subList(0, 1)),
                "Tiltak 2: tiltaket er ikke vurdert. Åpne oppgaven på nytt og vurder alle.");
        List<Map<String, Object>> more = new ArrayList<>(rows("effect", "keep"));
        more.add(Map.of("measure", "ukjent", "effect", "effect", "next", "keep"));
        refuses(
                "evaluatePlan",
                with(evaluation("no"), "measures", more),
                "Listen har en rad som ikke er et tiltak i planen. Åpne oppgaven på nytt.");
    }

    @Test
    @DisplayName("avviser at noen svarer trygt for en elev som ikke ville si noe (INV-07)")
    void refusesSafeForSilentPupil() {
        Map<String, Object> declined = with(evaluation("yes"), "pupilParticipated", "declined");
        refuses(
                "evaluatePlan",
                declined,
                "Eleven ville ikke si noe, og da kan ingen svare at det er trygt. Svar nei, eller snakk med eleven på nytt.");
        assertThat(story.fillIn("evaluatePlan", with(declined, "safe", "no"))).containsEntry("pupilSafe", false);
        assertThat(hearings.latestOfPupil(caseNumber).orElseThrow().safe()).isNull();
    }

    @Test
    @DisplayName("avviser en samtale som ikke er holdt, eller er eldre enn planen eller siste tiltak (INV-10)")
    void refusesHearingDates() {
        refuses(
                "evaluatePlan",
                with(evaluation("no"), "heardOn", "2026-12-19"),
                "«Når ble eleven hørt?»: 19. desember 2026 er ikke kommet ennå. Skriv dagen det faktisk skjedde.");
        refuses(
                "evaluatePlan",
                with(evaluation("no"), "heardOn", "2026-11-22"),
                "Eleven må være hørt etter at planen kom i kraft 23. november 2026. Snakk med eleven på nytt.");
        refuses(
                "evaluatePlan",
                with(evaluation("yes"), "heardOn", "2026-11-23"),
                "Eleven må være hørt etter at det siste tiltaket startet, før noen kan svare at det er trygt.");
    }

    @Test
    @DisplayName("krever foresattes syn, eller hvorfor de ikke ble nådd (NIT-47)")
    void refusesWithoutGuardians() {
        refuses(
                "evaluatePlan",
                with(evaluation("no"), "guardiansView", null),
                "Skriv hva foresatte mener, eller hvorfor dere ikke fikk tak i dem.");
    }

    @Test
    @DisplayName("spør bare om foresattes syn der tabellen sier at de evaluerer sammen med oss (D-26)")
    void guardiansOnlyWhereTheyEvaluate() {
        assertThat(shown()).containsEntry("guardiansEvaluate", true);
        tables.set("evaluationInterval", "guardiansEvaluate", false);
        assertThat(shown()).containsEntry("guardiansEvaluate", false);
        assertThat(story.fillIn("evaluatePlan", with(evaluation("no"), "guardiansView", null)))
                .containsEntry("pupilSafe", false);
    }

    @Test
    @DisplayName("foresatte kan ikke ha vært med på en dag som ikke er kommet (NIT-47)")
    void guardiansInTime() {
        refuses(
                "evaluatePlan",
                with(evaluation("no"), "guardiansOn", "2026-12-21"),
                "«Når var foresatte med?»: 21. desember 2026 er ikke kommet ennå. Skriv dagen det faktisk skjedde.");
    }

    private Map<String, Object> shown() {
        return evaluatePlan.values(new FormReader(caseNumber, PlanStory.UNIT, "t", PlanStory.PRINCIPAL, Map.of()));
    }

    @Test
    @DisplayName("avslutter planen med referat og begynner å følge med")
    void closes() {
        inForce.forEach(this::startFollowUp);
        assertThat(story.followUps()).hasSize(2);
        story.fillIn("evaluatePlan", evaluation("yes"));
        assertThat(story.fillIn("closePlan", closing()))
                .isEqualTo(Map.of("watchUntil", at("2027-01-29T06:00:00Z"), "stillSafe", false));
        assertThat(plans.of(caseNumber)).extracting(ActivityPlan::status).containsExactly(ActivityPlan.Status.ENDED);
        assertThat(measures.of(caseNumber)).extracting(Measure::status).containsOnly(Measure.Status.ENDED);
        assertThat(status()).isEqualTo(CaseFile.Status.WATCHED);
        assertThat(story.followUps()).isEmpty();
    }

    @Test
    @DisplayName("kan ikke avsluttes før eleven har sagt at det er trygt, etter siste tiltak (INV-10)")
    void refusesClosingWithoutPupil() {
        String sentence =
                "Planen kan ikke avsluttes: eleven må, etter at det siste tiltaket startet, selv ha sagt at det er trygt og godt.";
        refuses("closePlan", closing(), sentence);
        story.hear("2026-11-23", true);
        refuses("closePlan", closing(), sentence);
        story.hear("2026-11-24", true);
        assertThat(story.fillIn("closePlan", closing())).containsEntry("stillSafe", false);
    }

    @Test
    @DisplayName("tiltak som ikke var begynt, faller bort når eleven sier det er trygt")
    void callsOffWhatHadNotBegun() {
        story.dayIs("2026-11-25");
        Map<String, Object> later = with(row("Samtaler"), "from", "2026-12-10");
        inForce = story.planInForce(plan(row("Lek"), later));
        story.dayIs("2026-12-04");
        story.fillIn("evaluatePlan", with(evaluation("yes"), "heardOn", "2026-12-04"));
        story.dayIs("2026-12-11");
        assertThat(story.fillIn("closePlan", with(closing(), "meetingOn", "2026-12-11")))
                .containsKey("watchUntil");
    }

    @Test
    @DisplayName("kan ikke avsluttes uten plan, med et møte som ikke er holdt, eller uten en skoledag å følge med til")
    void refusesClosing() {
        story.fillIn("evaluatePlan", evaluation("yes"));
        refuses(
                "closePlan",
                with(closing(), "meetingOn", "2026-12-21"),
                "«Når var møtet?»: 21. desember 2026 er ikke kommet ennå. Skriv dagen det faktisk skjedde.");
        refuses(
                "closePlan",
                with(closing(), "watchUntil", "2026-12-18"),
                "«Følg særlig med til»: 18. desember 2026 må være etter i dag.");
        refuses(
                "closePlan",
                with(closing(), "watchUntil", "2026-12-28"),
                "«Følg særlig med til»: 28. desember 2026 er ikke en skoledag. Siste skoledag før er 21. desember 2026.");
        refuses(
                "closePlan",
                with(closing(), "watchUntil", "2027-06-21"),
                "«Følg særlig med til»: 21. juni 2027 er mer enn 26 uker fram. Velg senest 18. juni 2027.");
        story.fillIn("closePlan", closing());
        refuses("closePlan", closing(), "Saken har ingen aktivitetsplan i kraft. Lag en plan først.");
    }

    @Test
    @DisplayName("saken avsluttes først når eleven fortsatt sier at det er trygt")
    void asksAgain() {
        story.fillIn("evaluatePlan", evaluation("yes"));
        story.fillIn("closePlan", closing());
        story.dayIs("2027-01-29");
        refuses(
                "askAgain",
                asked("2026-12-18", "yes"),
                "Eleven skal spørres på nytt. Forrige samtale var 18. desember 2026; velg en senere dag.");
        refuses(
                "askAgain",
                asked("2027-01-30", "yes"),
                "«Når ble eleven hørt?»: 30. januar 2027 er ikke kommet ennå. Skriv dagen det faktisk skjedde.");
        assertThat(story.fillIn("askAgain", asked("2027-01-28", "no"))).isEqualTo(Map.of("stillSafe", false));
        assertThat(status()).isEqualTo(CaseFile.Status.WATCHED);
        assertThat(story.fillIn("askAgain", asked("2027-01-29", "yes"))).isEqualTo(Map.of("stillSafe", true));
        assertThat(status()).isEqualTo(CaseFile.Status.CLOSED);
    }

    @Test
    @DisplayName("en drøfting i team bærer skolens navn på teamet og kan ikke være i framtida, ikke samtykket heller")
    void discussInTeam() {
        FormReader reader = new FormReader(caseNumber, PlanStory.UNIT, "t", PlanStory.PRINCIPAL, Map.of());
        assertThat(discussInTeam.values(reader)).isEqualTo(Map.of("teamName", "R-team"));
        refuses(
                "discussInTeam",
                Map.of("discussedOn", "2026-12-18", "consentOn", "2026-12-21"),
                "«Når samtykket de?»: 21. desember 2026 er ikke kommet ennå. Skriv dagen det faktisk skjedde.");
        assertThat(story.fillIn("discussInTeam", Map.of("discussedOn", "2026-12-18")))
                .isEmpty();
        refuses(
                "discussInTeam",
                Map.of("discussedOn", "2026-12-21"),
                "«Når drøftet dere planen?»: 21. desember 2026 er ikke kommet ennå. Skriv dagen det faktisk skjedde.");
    }

    private void startFollowUp(Measure measure) {
        Map<String, Object> followed = Map.of("measure", measure.id().toString());
        processes.start("measureFollowUp", caseNumber, PlanStory.UNIT, followed);
    }

    private CaseFile.Status status() {
        return cases.find(caseNumber).orElseThrow().status();
    }

    private Map<String, Object> evaluation(String safe) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("heardOn", "2026-12-18");
        answers.put("pupilParticipated", "meeting");
        answers.put("statement", "Nå er det fint.");
        answers.put("safe", safe);
        answers.put("guardiansParticipation", "meeting");
        answers.put("guardiansView", "Ser det samme.");
        answers.put("measures", rows("effect", "keep"));
        answers.put("othersConsidered", "Ingen.");
        answers.put("bestInterest", "Vurdert.");
        return answers;
    }

    private List<Map<String, Object>> rows(String effect, String next) {
        return inForce.stream()
                .map(measure -> Map.<String, Object>of(
                        "measure", measure.id().toString(), "what", measure.what(), "effect", effect, "next", next))
                .toList();
    }

    private static Map<String, Object> closing() {
        return Map.of(
                "meetingOn", "2026-12-18",
                "participants", "Eleven og foresatte",
                "minutes", "Enige.",
                "howSchoolWatches", "Spør hver fredag.",
                "watchUntil", "2027-01-29",
                "guardiansInformed", true,
                "bestInterest", "Det beste.");
    }

    @Test
    @DisplayName("tabellen foreslår hvor lenge skolen følger med, fram til en skoledag (NIT-91)")
    void suggestsWatchPeriod() {
        FormReader reader = new FormReader(caseNumber, PlanStory.UNIT, "t", PlanStory.TEACHER, Map.of());
        story.dayIs("2026-12-21");
        assertThat(closePlan.values(reader)).isEmpty();
        tables.set("evaluationInterval", "watchWeeks", 1);
        assertThat(closePlan.values(reader)).isEmpty();
        tables.set("evaluationInterval", "watchWeeks", 6);
        assertThat(closePlan.values(reader)).isEqualTo(Map.of("watchUntil", "2027-02-01"));
    }

    private static Map<String, Object> asked(String day, String safe) {
        return Map.of("heardOn", day, "how", "talk", "statement", "Fint.", "safe", safe);
    }

    private void refuses(String form, Map<String, Object> answers, String sentence) {
        assertThatThrownBy(() -> story.fillIn(form, answers))
                .isInstanceOf(FormRejected.class)
                .hasMessage(sentence);
    }

    private static Date at(String instant) {
        return Date.from(Instant.parse(instant));
    }
}
