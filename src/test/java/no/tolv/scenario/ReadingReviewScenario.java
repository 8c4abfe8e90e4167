package no.tolv.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.Readings;
import no.tolv.engine.FormRejected;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Once a week somebody looks at the readings that were out of the ordinary; told beside the cases they are of. */
abstract class ReadingReviewScenario {

    private static final Readings.Origin API = new Readings.Origin("api", "192.0.2.7");
    private static final String PRINCIPAL = "trosterud-principal";
    private static final String OFFICER = "oslo-privacy-officer";

    @Autowired
    CaseWalk walk;

    @Autowired
    SentMail mail;

    @Autowired
    Readings readings;

    @Autowired
    Exclusions exclusions;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private String caseNumber;

    @BeforeEach
    void aCaseOnAMonday() {
        nextWeek();
        assertThat(running()).isEmpty();
        caseNumber = new SchoolCase(walk, Profile.TROSTERUD).reported();
    }

    @Test
    @DisplayName("En uke med bare vanlige lesninger gir ingen oppgave")
    void nothingUnusual() {
        read(PRINCIPAL, "case", true);
        read("trosterud-social-teacher", "task", true);
        nextWeek();
        assertThat(running()).isEmpty();
    }

    @Test
    @DisplayName(
            "Et avvist forsøk ses på av rektor eller personvernombudet, med påminnelse og eskalering, og er i orden")
    void refusedIsLookedAt() {
        read("trosterud-teacher", "case", false);
        read("trosterud-teacher", "document", false);
        readings.add(null, "trosterud-teacher", "case", false, API);
        nextWeek();
        ProcessInstance review = only();
        assertThat(review.getTenantId()).isEqualTo("trosterud");
        assertThat(review.getBusinessKey()).isNull();
        assertThat(sees(PRINCIPAL)).isTrue();
        assertThat(sees(OFFICER)).isTrue();
        for (String other : List.of(
                "trosterud-teacher", "trosterud-deputy-principal", "oslo-owner", "midtstuen-principal", "admin")) {
            assertThat(sees(other)).as(other).isFalse();
        }
        assertThat(walk.unusualReadings(PRINCIPAL)).singleElement().satisfies(row -> {
            assertThat(row.get("who")).isEqualTo("Lærer Gran (lærer)");
            assertThat(row.get("what").toString())
                    .startsWith("Ble avvist:")
                    .contains(caseNumber, "prøvde å lese saken", "prøvde å åpne et dokument i saken")
                    .contains("Et nummer som ikke finnes");
        });
        assertThat(readings.of(caseNumber))
                .first()
                .satisfies(row -> assertThat(row.reader() + " " + row.what()).isEqualTo(PRINCIPAL + " readings"));

        walk.advanceTo(walk.escalation(walk.reviews().get(0)).orElseThrow().plusSeconds(60));
        assertThat(mail.to("oslo-owner")).isNotEmpty();
        assertThatThrownBy(() -> walk.reviewReadings(PRINCIPAL, "inOrder", "")).isInstanceOf(FormRejected.class);
        walk.reviewReadings(PRINCIPAL, "inOrder", "Vikaren slo feil nummer.");

        BpmnAwareTests.assertThat(review)
                .hasPassed("endEvent_reviewReadingsReminder", "endEvent_reviewReadingsEscalation", "endEvent_reviewed")
                .isEnded();
        assertThat(decisions()).containsExactly("inOrder|Vikaren slo feil nummer.|" + PRINCIPAL);
        assertThatThrownBy(() -> jdbc.sql("update reading_decision set decision = 'breach'")
                        .update())
                .hasStackTraceContaining("kan ikke endres eller slettes");
    }

    @Test
    @DisplayName(
            "En rektor som er tatt ut av saken, ser ikke at noen ser på det; et avvik går til ombudet og skoleeier")
    void theHeadIsKeptOut() {
        exclude(PRINCIPAL);
        read(PRINCIPAL, "case", false);
        nextWeek();
        ProcessInstance review = only();
        assertThat(review.getTenantId()).isEqualTo("oslo");
        assertThat(sees(PRINCIPAL)).isFalse();
        assertThat(walk.as(
                        PRINCIPAL,
                        () -> runtime.createProcessInstanceQuery()
                                .processDefinitionKey("readingReview")
                                .count()))
                .isZero();
        assertThat(walk.unusualReadings(OFFICER))
                .singleElement()
                .satisfies(row -> assertThat(row.get("what").toString()).startsWith("Er tatt ut av saken"));
        mail.forget();
        walk.reviewReadings(OFFICER, "breach", "Rektor er part i saken.");
        BpmnAwareTests.assertThat(review).hasPassed("endEvent_breachReported").isEnded();
        assertThat(mail.to(OFFICER))
                .singleElement()
                .asString()
                .contains("72 timer")
                .doesNotContain(caseNumber, "Alm");
        assertThat(mail.to("oslo-owner")).hasSize(1);
    }

    @Test
    @DisplayName("Ingen går gjennom egne lesninger, og den som siden tas ut av saken, får ikke se listen")
    void nobodyReviewsOneself() {
        read(OFFICER, "case", false);
        read("trosterud-nurse", "case", false);
        nextWeek();
        assertThat(running()).hasSize(2);
        assertThat(walk.as(OFFICER, () -> walk.reviews().size())).isEqualTo(1);
        assertThat(walk.as(PRINCIPAL, () -> walk.reviews().size())).isEqualTo(2);
        exclude(OFFICER);
        assertThat(walk.unusualReadings(OFFICER)).isEmpty();
        assertThatThrownBy(() -> walk.reviewReadings(OFFICER, "inOrder", "Helt greit."))
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining("La en annen");
        walk.reviewReadings(PRINCIPAL, "askReader", "Jeg tar en prat.");
        walk.reviewReadings(PRINCIPAL, "inOrder", "Ombudet ventet på svar.");
        assertThat(running()).isEmpty();
    }

    @Test
    @DisplayName("Uker som er gått, ses på hver for seg når klokka flyttes flere uker")
    void severalWeeks() {
        read("trosterud-teacher", "case", false);
        nextWeek();
        read("trosterud-teacher", "case", false);
        nextWeek();
        assertThat(running()).hasSize(2);
        walk.reviewReadings(PRINCIPAL, "inOrder", "Sett.");
        walk.reviewReadings(PRINCIPAL, "inOrder", "Sett.");
    }

    private void read(String who, String what, boolean allowed) {
        readings.add(caseNumber, who, what, allowed, API);
    }

    private void exclude(String who) {
        exclusions.add(caseNumber, who, "disqualified");
    }

    private void nextWeek() {
        walk.advanceTo(walk.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
    }

    private List<ProcessInstance> running() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("readingReview")
                .list();
    }

    private ProcessInstance only() {
        assertThat(running()).hasSize(1);
        return running().get(0);
    }

    private boolean sees(String who) {
        return walk.as(who, () -> !walk.reviews().isEmpty());
    }

    private List<String> decisions() {
        return jdbc.sql("select decision, reason, decided_by from reading_decision d"
                        + " join reading_finding_row f on f.finding = d.finding"
                        + " join case_reading r on r.id = f.reading where r.case_number = ? group by 1, 2, 3")
                .param(caseNumber)
                .query((row, i) -> row.getString(1) + "|" + row.getString(2) + "|" + row.getString(3))
                .list();
    }
}
