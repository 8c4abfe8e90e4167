package no.tolv.investigation;

import static no.tolv.casefile.CaseFileDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFileDatabase;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.Hearing;
import no.tolv.casefile.Hearings;
import no.tolv.casefile.Involvements;
import no.tolv.casefile.Involvements.Involvement;
import no.tolv.casefile.Involvements.Part;
import no.tolv.casefile.SmallMunicipality;
import no.tolv.casefile.TaskRecords;
import no.tolv.engine.Choice;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormReader;
import no.tolv.engine.FormRejected;
import no.tolv.engine.PastDates;
import no.tolv.engine.Submission;
import no.tolv.letter.Outbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({
    CaseFileDatabase.class,
    SmallMunicipality.class,
    ClarifyRoles.class,
    ClarifyRolesContent.class,
    TellImmediateResponsible.class,
    InvestigationTest.OutboxOnly.class,
    Colleagues.class,
    OthersToHear.class,
    Conversation.class,
    HearPupil.class,
    HearOtherPupil.class,
    Investigate.class,
    InformGuardians.class,
    Analyse.class,
    PastDates.class
})
@DisplayName("Undersøkelsen")
class InvestigationTest {

    @TestConfiguration
    @ComponentScan(
            basePackageClasses = Outbox.class,
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(Outbox|MailTexts)"))
    static class OutboxOnly {}

    private static final Map<String, Object> ROLES = Map.of(
            "immediateNeeded", "no",
            "immediateReason", "Eleven er hjemme i dag.",
            "investigator", "rogn-social-teacher",
            "talksWithPupil", "rogn-contact-teacher",
            "informsGuardians", "eik-owner",
            "othersToHear", List.of("elev-rev", "elev-hare"));

    private static final Map<String, Object> TALK = Map.of(
            "heardOn", "2026-11-20",
            "how", "talk",
            "statement", "Jeg har det ikke bra.",
            "safe", "no",
            "weighed", "Elevens egne ord veier tyngst.");

    @Autowired
    ClarifyRoles clarifyRoles;

    @Autowired
    ClarifyRolesContent clarifyRolesContent;

    @Autowired
    HearPupil hearPupil;

    @Autowired
    HearOtherPupil hearOtherPupil;

    @Autowired
    Investigate investigate;

    @Autowired
    InformGuardians informGuardians;

    @Autowired
    Analyse analyse;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseLog log;

    @Autowired
    Hearings hearings;

    @Autowired
    Involvements involvements;

    @Autowired
    Exclusions exclusions;

    @Autowired
    TaskRecords records;

    private String caseNumber;

    @BeforeEach
    void openCase() {
        caseNumber = cases.open("rogn", "elev-ekorn", NOW, NOW.plus(Duration.ofDays(7)))
                .caseNumber();
    }

    @Test
    @DisplayName("rollene fordeles, og de som har dem er med i saken")
    void clarifiesRoles() {
        assertThat(accept(clarifyRoles, ROLES))
                .isEqualTo(Map.of(
                        "investigator", "rogn-social-teacher",
                        "talksWithPupil", "rogn-contact-teacher",
                        "informsGuardians", "eik-owner",
                        "othersToHear", 2));
        assertThat(involvements.of(caseNumber))
                .contains(new Involvement(caseNumber, "rogn-social-teacher", Part.INVESTIGATOR))
                .endsWith(
                        new Involvement(caseNumber, "elev-rev", Part.OTHER_PUPIL),
                        new Involvement(caseNumber, "elev-hare", Part.OTHER_PUPIL));
    }

    @Test
    @DisplayName("den som har ansvar for strakstiltak, får e-post, og loggen sier det (TRO-101)")
    void tellsImmediateResponsible() {
        Map<String, Object> roles = with(ROLES, "immediateNeeded", "yes");
        accept(clarifyRoles, with(roles, "immediateResponsible", "rogn-assistant"));
        assertThat(involvements.of(caseNumber))
                .contains(new Involvement(caseNumber, "rogn-assistant", Part.RESPONSIBLE_FOR_MEASURE));
        assertThat(log.entries(caseNumber)).last().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("Varsel til den som har ansvar for strakstiltakene");
            assertThat(entry.text()).isEqualTo("E-post lagt til sending: rogn-assistant.");
        });
    }

    @Test
    @DisplayName("en utestengt, en ansatt ved en annen skole og eleven selv kan ikke velges")
    void refusesTheWrongPeople() {
        exclusions.add(caseNumber, "rogn-assistant", "suspected");
        assertRefused(clarifyRoles, with(ROLES, "investigator", "rogn-assistant"), "investigator");
        assertRefused(clarifyRoles, with(ROLES, "talksWithPupil", "hassel-teacher"), "talksWithPupil");
        assertRefused(clarifyRoles, with(ROLES, "othersToHear", List.of("elev-ekorn")), "othersToHear");
        assertRefused(clarifyRoles, with(ROLES, "othersToHear", List.of("elev-maur")), "othersToHear");
    }

    @Test
    @DisplayName("skjemaet foreslår skolens vanlige fordeling og viser ikke den utestengte")
    void suggestsTheUsualRoles() {
        exclusions.add(caseNumber, "rogn-contact-teacher", "suspected");
        FormReader reader = reader(Map.of("investigatorRole", "contactTeacher,socialTeacher"));
        assertThat(clarifyRolesContent.values(reader)).isEqualTo(Map.of("investigator", "rogn-social-teacher"));
        assertThat(clarifyRolesContent.choices(reader).get("staff"))
                .extracting(Choice::value)
                .contains("rogn-principal", "eik-owner")
                .doesNotContain("rogn-contact-teacher", "hassel-teacher");
    }

    @Test
    @DisplayName("elevens egne ord og svar lagres i runden de ble sagt")
    void hearsThePupil() {
        cases.nextRound(caseNumber);
        accept(hearPupil, TALK);
        assertThat(hearings.latestOfPupil(caseNumber).orElseThrow())
                .returns(2, Hearing::round)
                .returns(false, Hearing::safe)
                .returns("Jeg har det ikke bra.", Hearing::statement)
                .returns("rogn-principal", Hearing::heardBy)
                .returns(NOW, Hearing::recordedAt);
    }

    @Test
    @DisplayName("eleven kan la være å snakke, men ingen kan svare for eleven")
    void acceptsSilence() {
        accept(hearPupil, Map.of("heardOn", "2026-11-20", "how", "declined", "weighed", "Ville ikke.", "safe", "yes"));
        assertThat(hearings.latestOfPupil(caseNumber).orElseThrow())
                .returns(true, Hearing::declined)
                .returns(null, Hearing::safe);
    }

    @Test
    @DisplayName("samtalen kan ikke være i framtida, og må ha ord og svar")
    void refusesEmptyTalks() {
        assertRefused(hearPupil, with(TALK, "heardOn", "2026-11-22"), "heardOn");
        assertRefused(hearPupil, with(TALK, "statement", null), "statement");
        assertRefused(hearPupil, with(TALK, "safe", null), "safe");
    }

    @Test
    @DisplayName("hver av de andre elevene høres etter tur")
    void hearsTheOthersInTurn() {
        records.add(caseNumber, "clarifyRoles", "task", "rogn-principal", ROLES);
        assertThat(hearOtherPupil.values(reader(Map.of("loopCounter", 1)))).isEqualTo(Map.of("pupilName", "Elev Hare"));
        hearOtherPupil.accept(submission("hearOtherPupil", with(TALK, "safe", null), Map.of("loopCounter", 0)));
        assertThat(hearings.of(caseNumber)).singleElement().returns("elev-rev", Hearing::pupil);
        assertThat(hearings.latestOfPupil(caseNumber)).isEmpty();
    }

    @Test
    @DisplayName("saken må være undersøkt på minst én måte, og av noen som kan ha oppgaver i den")
    void requiresAMethod() {
        Map<String, Object> done = Map.of("what", "Samtale", "responsible", "rogn-teacher", "doneOn", "2026-11-19");
        assertThat(accept(investigate, Map.of("methods", List.of("pupilTalks"))))
                .isEmpty();
        assertRefused(investigate, Map.of(), "methods");
        assertRefused(
                investigate,
                Map.of("methods", List.of("observation"), "activities", List.of(done)),
                "activities[1].responsible");
        assertRefused(
                investigate,
                Map.of("methods", List.of("observation"), "activities", List.of(with(done, "doneOn", "2027-01-01"))),
                "activities[1].doneOn");
    }

    @Test
    @DisplayName("de foresatte får vite om Statsforvalteren når de er nådd")
    void tellsGuardiansTheirRights() {
        Map<String, Object> told = Map.of("informedOn", "2026-11-20", "channel", "phone", "rightsTold", true);
        assertThat(accept(informGuardians, told)).isEmpty();
        assertRefused(informGuardians, with(told, "rightsTold", false), "rightsTold");
        assertRefused(informGuardians, with(told, "informedOn", "2026-11-22"), "informedOn");
        assertRefused(informGuardians, with(told, "channel", "notReached"), "notReachedReason");
    }

    @Test
    @DisplayName("uten tiltak avsluttes saken bare når eleven selv sier at det er trygt")
    void closesOnlyOnThePupilsWord() {
        assertRefused(analyse, Map.of("measuresNeeded", "no"), "measuresNeeded");
        accept(hearPupil, TALK);
        assertRefused(analyse, Map.of("measuresNeeded", "no"), "measuresNeeded");
        accept(hearPupil, with(TALK, "safe", "yes"));
        assertThat(accept(analyse, Map.of("measuresNeeded", "no"))).isEqualTo(Map.of("measuresNeeded", false));
        assertThat(cases.find(caseNumber).orElseThrow().status()).isEqualTo(CaseFile.Status.CLOSED);
        assertThat(log.entries(caseNumber)).hasSize(1);
    }

    @Test
    @DisplayName("det eleven sa i en tidligere runde, lukker ikke saken nå")
    void asksAgainEachRound() {
        accept(hearPupil, with(TALK, "safe", "yes"));
        cases.nextRound(caseNumber);
        assertRefused(analyse, Map.of("measuresNeeded", "no"), "measuresNeeded");
    }

    @Test
    @DisplayName("tiltak kan alltid settes inn, og eleven og funnene står i skjemaet")
    void leadsToMeasures() {
        accept(hearPupil, TALK);
        records.add(caseNumber, "investigate", "task", "rogn-principal", Map.of("findings", "Urolig i friminuttene."));
        assertThat(analyse.values(reader(Map.of())))
                .isEqualTo(Map.of("pupilStatement", "Jeg har det ikke bra.", "findings", "Urolig i friminuttene."));
        assertThat(accept(analyse, Map.of("measuresNeeded", "yes"))).isEqualTo(Map.of("measuresNeeded", true));
        assertThat(cases.find(caseNumber).orElseThrow().status()).isEqualTo(CaseFile.Status.INVESTIGATED);
    }

    private static Map<String, Object> with(Map<String, Object> answers, String field, Object answer) {
        Map<String, Object> changed = new HashMap<>(answers);
        changed.put(field, answer);
        changed.values().removeIf(value -> value == null);
        return changed;
    }

    private Map<String, Object> accept(FormOutcome outcome, Map<String, Object> answers) {
        return outcome.accept(submission(outcome.form(), answers, Map.of()));
    }

    private void assertRefused(FormOutcome outcome, Map<String, Object> answers, String field) {
        assertThatThrownBy(() -> accept(outcome, answers))
                .isInstanceOfSatisfying(
                        FormRejected.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private Submission submission(String form, Map<String, Object> answers, Map<String, Object> variables) {
        return new Submission(form, caseNumber, "rogn", "task", "rogn-principal", answers, variables);
    }

    private FormReader reader(Map<String, Object> variables) {
        return new FormReader(caseNumber, "rogn", "task", "rogn-principal", variables);
    }
}
