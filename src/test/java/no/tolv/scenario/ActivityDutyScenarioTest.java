package no.tolv.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import no.tolv.casefile.CaseFile.Status;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Exclusions;
import no.tolv.engine.deployment.StartRefused;
import no.tolv.engine.law.DiagramRefused;
import no.tolv.plan.ActivityPlans;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@DisplayName("Fra bekymring til trygg elev")
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:scenario;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "tolv.outbox.folder=target/scenario-outbox"
        })
@Import({CaseWalk.class, ProcessCoverage.class, SentMail.class})
class ActivityDutyScenarioTest {

    @Autowired
    CaseWalk walk;

    @Autowired
    CaseLog log;

    @Autowired
    Exclusions exclusions;

    @Autowired
    ActivityPlans plans;

    @Autowired
    SentMail mail;

    @Autowired
    RepositoryService repository;

    @BeforeEach
    void nobodyHasReported() {
        mail.forget();
    }

    @AfterAll
    static void everyNodeAndFlowIsPassed() {
        assertThat(ProcessCoverage.missing()).isEmpty();
    }

    @Nested
    @DisplayName("Gjennomgang av innsyn")
    class Innsyn extends ReadingReviewScenario {}

    @Nested
    @DisplayName("E-post som ikke kom fram")
    class Stanset extends UndeliveredMailScenario {}

    @Nested
    @DisplayName("Midtstuen: ukentlig oppfølging og drøfting i R-team")
    class Midtstuen {

        @Test
        @DisplayName("Planen virker ikke første gang, drøftes i team, forlenges, og eleven blir trygg")
        void fromWorryToSafe() {
            SchoolCase school = new SchoolCase(walk, Profile.MIDTSTUEN);
            String caseNumber = school.reported();
            assertThat(caseNumber).matches("MIDTSTUEN-20\\d\\d-\\d{4}");
            BpmnAwareTests.assertThat(walk.duty()).isWaitingAtExactly("userTask_receiveReport");
            assertThat(mail.to("midtstuen-principal")).isNotEmpty();
            assertThat(mail.to("midtstuen-counsellor")).isNotEmpty();
            assertThat(walk.sees("trosterud-principal", "receiveReport")).isFalse();
            assertThat(walk.sees("midtstuen-teacher", "receiveReport")).isFalse();

            school.received().rolesClarified();
            assertThat(walk.openTasks()).containsExactly("hearPupil", "informGuardians", "investigate");
            school.heardAndInvestigated("no").analysed("yes");

            LocalDate evaluation = walk.schoolDayIn(15);
            school.planWritten(evaluation);
            assertThat(walk.file().status()).isEqualTo(Status.PLANNED);
            assertThat(walk.open("followUpMeasure")).isEqualTo(4);
            assertThat(mail.to("oslo-owner")).isEmpty();

            walk.advanceTo(walk.schoolDayIn(6));
            assertThat(walk.openTasks()).contains("weeklyFollowUp");
            walk.complete("midtstuen-principal", "weeklyFollowUp", Answers.weeklyFollowUp());

            walk.advanceTo(evaluation.minusDays(1));
            assertThat(walk.openTasks()).contains("gatherInformation");
            walk.complete("midtstuen-principal", "gatherInformation", Answers.gatherInformation());

            walk.advanceTo(evaluation);
            assertThat(walk.openTasks())
                    .contains("evaluatePlan", "evaluateMeasure")
                    .doesNotContain("weeklyFollowUp");
            school.evaluated("no", "tooEarly", "keep");
            assertThat(walk.openTasks()).contains("writePlan");
            assertThat(walk.running("ownerNotice")).isEmpty();

            LocalDate second = walk.schoolDayIn(10);
            school.planWritten(second);
            assertThat(walk.openTasks()).contains("discussInTeam");
            walk.complete("midtstuen-counsellor", "discussInTeam", Answers.discussInTeam(walk.today()));
            walk.advanceTo(second);
            school.evaluated("yes", "effect", "end");

            LocalDate watchUntil = walk.schoolDayIn(10);
            school.closed(watchUntil);
            assertThat(walk.openTasks()).isEmpty();
            assertThat(walk.file().status()).isEqualTo(Status.WATCHED);
            walk.advanceTo(watchUntil);
            school.askedAgain("yes");

            BpmnAwareTests.assertThat(walk.duty()).hasPassed("endEvent_closed").isEnded();
            assertThat(walk.running("measureFollowUp")).isEmpty();
            assertThat(walk.file().status()).isEqualTo(Status.CLOSED);
            assertThat(log.firstBroken(caseNumber)).isEmpty();
        }
    }

    @Nested
    @DisplayName("Hagen i Nittedal: kommunalsjefen varsles ved første forlengelse")
    class Hagen {

        @Test
        @DisplayName("Skoleeier får bare saksnummeret når planen lages, og bekrefter varselet når den forlenges")
        void ownerIsToldAtFirstExtension() {
            SchoolCase school = new SchoolCase(walk, Profile.HAGEN);
            school.reported();
            school.investigated();
            LocalDate evaluation = walk.schoolDayIn(10);
            school.planWritten(evaluation);
            assertThat(mail.to("nittedal-owner"))
                    .singleElement()
                    .satisfies(text -> assertThat(text).contains("2027/1234"));

            walk.advanceTo(evaluation);
            assertThat(walk.running("ownerNotice")).isEmpty();
            school.evaluated("no", "effect", "keep");

            assertThat(walk.running("ownerNotice")).hasSize(1);
            walk.complete("nittedal-owner", "confirmReceipt", Answers.confirmReceipt());
            assertThat(walk.running("ownerNotice")).isEmpty();
            assertThat(walk.openTasks()).contains("writePlan");
        }

        @Test
        @DisplayName("Er eleven borte fordi det er utrygt, får kommunalsjefen vite det straks")
        void absentBecauseUnsafe() {
            SchoolCase school = new SchoolCase(walk, Profile.HAGEN);
            school.reported(2);
            walk.complete(
                    "hagen-principal",
                    "receiveReport",
                    Answers.receiveReport()
                            .with("absentUnsafe", "yes")
                            .with("absentSince", walk.today().toString()));
            assertThat(walk.running("ownerNotice")).hasSize(1);
            assertThat(walk.openTasks()).contains("clarifyRoles", "confirmReceipt");
        }
    }

    @Nested
    @DisplayName("Trosterud: strakstiltak, og andre elever høres én om gangen")
    class Trosterud {

        @Test
        @DisplayName("Alle tiltak er gjennomført før datoen, og evalueringen begynner")
        void measuresCarriedOutEarly() {
            SchoolCase school = new SchoolCase(walk, Profile.TROSTERUD);
            school.reported();
            school.received();
            walk.complete(
                    "trosterud-principal",
                    "clarifyRoles",
                    Answers.clarifyRoles("trosterud-social-teacher")
                            .with("immediateNeeded", "yes")
                            .without("immediateReason")
                            .with("immediateMeasures", List.of("moreAdults", "dailyPupilTalk"))
                            .with("immediateResponsible", "trosterud-teacher")
                            .with("othersToHear", List.of("p-trosterud-02", "p-trosterud-03")));
            assertThat(mail.to("trosterud-teacher"))
                    .singleElement()
                    .satisfies(text -> assertThat(text).contains("Du har ansvar for noe i dag"));
            assertThat(walk.open("hearOtherPupil")).isEqualTo(2);
            walk.complete("trosterud-social-teacher", "hearOtherPupil", Answers.hearOtherPupil(walk.today()));
            walk.complete("trosterud-social-teacher", "hearOtherPupil", Answers.hearOtherPupil(walk.today()));
            school.heardAndInvestigated("no").analysed("yes");
            assertThat(walk.formOf("trosterud-principal", "writePlan")
                            .get("measures")
                            .toString())
                    .contains("Flere voksne i klassen", "Daglige samtaler med eleven", "trosterud-teacher");
            school.planWritten(walk.schoolDayIn(20));
            for (int measure = 0; measure < 4; measure++) {
                walk.complete("trosterud-contact-teacher", "followUpMeasure", Answers.followUpMeasure(walk.today()));
            }
            assertThat(walk.openTasks()).contains("evaluatePlan");
            school.evaluated("yes", "effect", "end");
            assertThat(walk.openTasks()).containsExactly("closePlan");
        }

        @Test
        @DisplayName("Virkningen av et tiltak vurderes på datoen, også når det ikke er meldt gjennomført")
        void effectIsJudgedOnItsDate() {
            SchoolCase school = new SchoolCase(walk, Profile.TROSTERUD);
            school.reported(4);
            school.investigated();
            LocalDate evaluation = walk.schoolDayIn(10);
            school.planWritten(evaluation);
            walk.complete("trosterud-contact-teacher", "followUpMeasure", Answers.followUpMeasure(walk.today()));
            assertThat(walk.open("followUpMeasure")).isEqualTo(3);
            walk.advanceTo(evaluation);
            assertThat(walk.open("evaluateMeasure")).isEqualTo(4);
            walk.complete("trosterud-contact-teacher", "evaluateMeasure", Answers.evaluateMeasure("effect"));
            assertThat(walk.running("measureFollowUp")).hasSize(3);
        }
    }

    @Nested
    @DisplayName("Hjellestad: fem virkedager uten tiltak")
    class Hjellestad {

        @Test
        @DisplayName("Etter fem arbeidsdager uten plan varsles skoleeier, og retten til Statsforvalteren gjøres kjent")
        void wallIsReached() {
            SchoolCase school = new SchoolCase(walk, Profile.HJELLESTAD);
            school.reported();
            assertThat(mail.to("hjellestad-contact-teacher")).isNotEmpty();
            assertThat(mail.to("hjellestad-department-head")).isNotEmpty();
            school.received();
            walk.advanceTo(walk.file().wallAt().plusSeconds(60));
            assertThat(walk.running("ownerNotice")).hasSize(1);
            assertThat(walk.openTasks()).contains("informAboutRights", "clarifyRoles");
            walk.complete("hjellestad-principal", "informAboutRights", Answers.informAboutRights(walk.today()));
            school.rolesClarified().heardAndInvestigated("no").analysed("yes");
        }

        @Test
        @DisplayName("Er planen i kraft før fem arbeidsdager, skjer ingenting på den femte")
        void planIsInForceInTime() {
            SchoolCase school = new SchoolCase(walk, Profile.HJELLESTAD);
            String caseNumber = school.reported(2);
            school.investigated();
            LocalDate evaluation = walk.schoolDayIn(20);
            assertThatThrownBy(() -> walk.complete(
                            "hjellestad-principal",
                            "writePlan",
                            Answers.writePlan(evaluation, school.measures(evaluation))))
                    .hasMessageContaining("Kort om samtalene med eleven og foresatte");
            school.planWritten(evaluation);
            assertThat(plans.active(caseNumber).orElseThrow().texts().communicationSummary())
                    .contains("med eleven: Jeg gruer meg til friminuttene.", "med foresatte: Hvordan eleven har det");
            walk.advanceTo(walk.file().wallAt().plusSeconds(60));
            assertThat(walk.running("ownerNotice")).isEmpty();
            assertThat(walk.openTasks()).doesNotContain("informAboutRights");
        }
    }

    @Nested
    @DisplayName("Aune i Oppdal: eleven sier selv at det er trygt")
    class Aune {

        @Test
        @DisplayName("Undersøkt, og eleven sier at det er trygt og godt: saken avsluttes uten tiltak")
        void pupilSaysItIsSafe() {
            SchoolCase school = new SchoolCase(walk, Profile.AUNE);
            school.reported();
            school.received().rolesClarified().heardAndInvestigated("yes").analysed("no");
            BpmnAwareTests.assertThat(walk.duty())
                    .hasPassed("endEvent_pupilSafe")
                    .isEnded();
            assertThat(walk.file().status()).isEqualTo(Status.CLOSED);
        }
    }

    @Nested
    @DisplayName("Når som helst")
    class AtAnyTime {

        @Test
        @DisplayName("Alvorlig: skoleeier får vite det uten at noen annen oppgave gjøres først")
        void serious() {
            SchoolCase school = new SchoolCase(walk, Profile.AUNE);
            String caseNumber = school.reported(2);
            walk.registerEvent("aune-contact-teacher", Answers.caseEvent(caseNumber, "serious", walk.today()));
            assertThat(walk.openTasks()).containsExactly("confirmReceipt", "receiveReport");
        }

        @Test
        @DisplayName("En ny melding om samme elev blir nye opplysninger i saken som er åpen")
        void duplicateBecomesNewInformation() {
            SchoolCase school = new SchoolCase(walk, Profile.AUNE);
            String surviving = school.reported(3);
            school.received();
            school.reported(3);
            walk.complete(
                    "aune-principal",
                    "receiveReport",
                    Answers.receiveReport()
                            .with("receipt", "duplicate")
                            .with("survivingCase", surviving)
                            .with("duplicateReason", "Gjelder det samme."));
            BpmnAwareTests.assertThat(walk.duty())
                    .hasPassed("endEvent_duplicate")
                    .isEnded();
            walk.turnTo(surviving);
            assertThat(walk.openTasks()).contains("assessNewInformation", "clarifyRoles");
            walk.complete("aune-principal", "assessNewInformation", Answers.assessNewInformation("no"));
        }

        @Test
        @DisplayName("Gjenåpnet i følgeperioden: en ny runde i samme sak")
        void reopened() {
            SchoolCase school = closed(4);
            walk.registerEvent(
                    "aune-contact-teacher", Answers.caseEvent(walk.file().caseNumber(), "reopened", walk.today()));
            assertThat(walk.openTasks()).containsExactly("clarifyRoles");
            assertThat(walk.file().round()).isEqualTo(2);
            assertThat(school.profile.unit()).isEqualTo("aune");
        }

        @Test
        @DisplayName("Eleven sier nei når følgeperioden er over: en ny runde i samme sak")
        void noLongerSafe() {
            SchoolCase school = closed(5);
            walk.advanceTo(walk.schoolDayIn(10));
            school.askedAgain("no");
            assertThat(walk.openTasks()).containsExactly("clarifyRoles");
        }

        private SchoolCase closed(int pupil) {
            SchoolCase school = new SchoolCase(walk, Profile.AUNE);
            school.reported(pupil);
            school.investigated();
            LocalDate evaluation = walk.schoolDayIn(5);
            school.planWritten(evaluation);
            walk.advanceTo(evaluation);
            return school.evaluated("yes", "effect", "end").closed(walk.schoolDayIn(10));
        }
    }

    @Nested
    @DisplayName("For sent: hver oppgave minner først den som har den, og sier så fra videre")
    class Late {

        @Test
        @DisplayName("Alt gjøres for sent, og ingenting stanser av den grunn")
        void everythingIsLate() {
            SchoolCase school = new SchoolCase(walk, Profile.MIDTSTUEN);
            school.reported(2);
            walk.letRunLate("receiveReport");
            assertThat(mail.to("oslo-owner")).isNotEmpty();
            school.received();
            walk.letRunLate("clarifyRoles");
            walk.complete(
                    "midtstuen-principal",
                    "clarifyRoles",
                    Answers.clarifyRoles("midtstuen-counsellor").with("othersToHear", List.of("p-midtstuen-03")));
            walk.letRunLate("investigate");
            walk.letRunLate("hearPupil");
            walk.letRunLate("hearOtherPupil");
            walk.letRunLate("informGuardians");
            walk.advanceTo(walk.file().wallAt().plusSeconds(60));
            walk.letRunLate("informAboutRights");
            walk.letRunLate("confirmReceipt");
            walk.complete("midtstuen-counsellor", "hearOtherPupil", Answers.hearOtherPupil(walk.today()));
            school.heardAndInvestigated("no");
            walk.letRunLate("analyse");
            school.analysed("yes");
            walk.letRunLate("writePlan");
            planEvaluatedNotSafe(school);
            walk.letRunLate("writePlan");
            LocalDate evaluation = walk.schoolDayIn(25);
            school.planWritten(evaluation);
            walk.letRunLate("discussInTeam");
            walk.letRunLate("weeklyFollowUp", 7);
            walk.letRunLate("followUpMeasure");
            walk.complete("midtstuen-contact-teacher", "followUpMeasure", Answers.followUpMeasure(walk.today()));
            walk.letRunLate("gatherInformation", 20);
            walk.advanceTo(evaluation);
            walk.letRunLate("evaluateMeasure");
            walk.letRunLate("evaluatePlan");
            school.evaluated("yes", "effect", "end");
            walk.letRunLate("closePlan");
            LocalDate watchUntil = walk.schoolDayIn(10);
            school.closed(watchUntil);
            walk.advanceTo(watchUntil);
            walk.letRunLate("askAgain");
            school.askedAgain("yes");
            assertThat(walk.file().status()).isEqualTo(Status.CLOSED);
        }

        @Test
        @DisplayName("Nye opplysninger som ingen vurderer, går videre")
        void newInformationIsLate() {
            SchoolCase school = new SchoolCase(walk, Profile.MIDTSTUEN);
            String caseNumber = school.reported(3);
            walk.registerEvent(
                    "midtstuen-contact-teacher", Answers.caseEvent(caseNumber, "newInformation", walk.today()));
            walk.letRunLate("assessNewInformation");
            walk.complete("midtstuen-principal", "assessNewInformation", Answers.assessNewInformation("yes"));
            assertThat(walk.openTasks()).contains("confirmReceipt");
        }

        private void planEvaluatedNotSafe(SchoolCase school) {
            LocalDate evaluation = walk.schoolDayIn(5);
            school.planWritten(evaluation);
            walk.advanceTo(evaluation);
            school.evaluated("no", "tooEarly", "keep");
        }
    }

    @Nested
    @DisplayName("Planen settes ikke i kraft")
    class PlanRefused {

        @Test
        @DisplayName("En ansvarlig settes utenfor saken mens planen skrives: planen går tilbake")
        void responsibleIsExcludedMeanwhile() {
            SchoolCase school = new SchoolCase(walk, Profile.AUNE);
            String caseNumber = school.reported(6);
            school.investigated();
            walk.holdJobs(() -> {
                school.planWritten(walk.schoolDayIn(5));
                exclusions.add(caseNumber, "aune-contact-teacher", "disqualified");
            });
            assertThat(walk.openTasks()).contains("writePlan").doesNotContain("followUpMeasure");
        }
    }

    @Nested
    @DisplayName("En redigert tegning")
    class Edited {

        @Test
        @DisplayName("Under lovens gulv: den tas ikke i bruk, og ingenting av utrullingen blir liggende")
        void belowTheFloor() throws IOException {
            String shipped = Files.readString(Path.of("processes/activityDuty.bpmn"));
            long before = repository.createDeploymentQuery().count();
            assertThatThrownBy(() -> deploy(shipped.replace("${!measuresNeeded}", "${notProven}")))
                    .isInstanceOf(DiagramRefused.class)
                    .hasMessageContaining("Trenger eleven tiltak?")
                    .hasMessageContaining("§ 12-2");
            assertThatThrownBy(() -> deploy(shipped.replace("</bpmn:process>", "")))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("er ikke en gyldig BPMN-fil");
            assertThatThrownBy(() -> deploy(shipped))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Legg ved");
            assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        }

        private void deploy(String diagram) {
            repository
                    .createDeployment()
                    .addString("activityDuty.bpmn", diagram)
                    .deploy();
        }
    }
}
