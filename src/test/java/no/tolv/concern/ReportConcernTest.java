package no.tolv.concern;

import static no.tolv.casefile.CaseFileDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFileDatabase;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.Involvements;
import no.tolv.casefile.Involvements.Involvement;
import no.tolv.casefile.Involvements.Part;
import no.tolv.casefile.LogEntry;
import no.tolv.casefile.SmallMunicipality;
import no.tolv.engine.CaseStart;
import no.tolv.engine.FormRejected;
import no.tolv.engine.PastDates;
import no.tolv.engine.Submission;
import no.tolv.letter.Outbox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({
    CaseFileDatabase.class,
    SmallMunicipality.class,
    ReportConcern.class,
    Places.class,
    Suspicions.class,
    FirstEntries.class,
    ShippedTables.class,
    PastDates.class,
    ReportConcernTest.OutboxOnly.class
})
@DisplayName("Meld en bekymring")
class ReportConcernTest {

    @TestConfiguration
    @ComponentScan(
            basePackageClasses = Outbox.class,
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(Outbox|MailTexts)"))
    static class OutboxOnly {}

    @Autowired
    ReportConcern reportConcern;

    @Autowired
    CaseFiles cases;

    @Autowired
    Involvements involvements;

    @Autowired
    Exclusions exclusions;

    @Autowired
    CaseLog log;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("sier til melderen at meldingen er mottatt")
    void tellsTheReporter() {
        String caseNumber = report(Map.of("suspect", "pupil")).caseNumber();
        assertThat(jdbc.sql("select recipient || ' ' || template from outbox where case_number = ?")
                        .param(caseNumber)
                        .query(String.class)
                        .list())
                .containsExactly("rogn-assistant reportReceived");
    }

    @Test
    @DisplayName("åpner saken ved elevens skole, med kontaktlærer og melder")
    void opensAtTheSchool() {
        CaseStart.Start start = report(Map.of("suspect", "pupil"));
        assertThat(start.tenant()).isEqualTo("rogn");
        assertThat(start.variables()).containsEntry("suspect", "pupil").containsEntry("unit", "rogn");
        assertThat(exclusions.of(start.caseNumber())).isEmpty();
        assertThat(involvements.of(start.caseNumber()))
                .extracting(Involvement::person)
                .containsExactly("rogn-assistant", "rogn-contact-teacher");
    }

    @Test
    @DisplayName("stenger ute en mistenkt ansatt, og saken blir ved skolen")
    void shutsTheSuspectedOut() {
        Map<String, Object> answers = Map.of("suspect", "employee", "suspectedStaff", "rogn-contact-teacher");
        CaseStart.Start start = report(answers);
        assertThat(start.tenant()).isEqualTo("rogn");
        assertThat(exclusions.of(start.caseNumber())).containsExactly("rogn-contact-teacher");
        assertThat(involvements.of(start.caseNumber()))
                .extracting(Involvement::person)
                .containsExactly("rogn-assistant");
    }

    @Test
    @DisplayName("en leders sak åpnes hos skoleeier og starter fristen på fem arbeidsdager")
    void opensAtTheOwner() {
        CaseStart.Start start = report(Map.of());
        assertThat(start.tenant()).isEqualTo("eik");
        assertThat(start.caseNumber()).startsWith("EIK-2026-");
        CaseFile opened = cases.find(start.caseNumber()).orElseThrow();
        assertThat(opened.raisedWithPrincipalAt()).isEqualTo(NOW);
        assertThat(opened.wallAt()).isAfter(NOW.plus(Duration.ofDays(6)));
        assertThat(start.variables())
                .isEqualTo(Map.of(
                        "caseNumber", start.caseNumber(),
                        "unit", "eik",
                        "suspect", "leader",
                        "reportedAt", Date.from(NOW),
                        "wallAt", Date.from(opened.wallAt())));
    }

    @Test
    @DisplayName("stenger ute den mistenkte og hele ledelsen, og bare melderen ved skolen er med")
    void keepsTheSchoolOut() {
        String caseNumber = report(Map.of()).caseNumber();
        assertThat(exclusions.of(caseNumber)).containsExactlyInAnyOrder("rogn-principal", "rogn-deputy-principal");
        assertThat(involvements.of(caseNumber))
                .containsExactly(new Involvement(caseNumber, "rogn-assistant", Part.REPORTER));
    }

    @Test
    @DisplayName("en leder som er meldt som ansatt, er likevel en leder")
    void settlesWhoIsALeader() {
        CaseStart.Start start = report(Map.of("suspect", "employee", "suspectedStaff", "rogn-deputy-principal"));
        assertThat(start.tenant()).isEqualTo("eik");
        assertThat(start.variables()).containsEntry("suspect", "leader");
    }

    @Test
    @DisplayName("den som grep inn, får det i loggen")
    void writesTheIntervention() {
        String caseNumber =
                report(Map.of("intervened", "yes", "whatDone", "Stoppet det.")).caseNumber();
        assertThat(log.entries(caseNumber)).singleElement().satisfies(entry -> {
            assertThat(entry.duty()).isEqualTo(Duty.INTERVENE);
            assertThat(entry.role()).isEqualTo("assistant");
            assertThat(entry.text()).isEqualTo("Stoppet det.");
        });
        assertThat(log.entries(report(Map.of("intervened", "notPossible")).caseNumber()))
                .extracting(LogEntry::duty)
                .isEmpty();
    }

    @Test
    @DisplayName("avviser det som ikke kan stemme")
    void refusesTheImpossible() {
        assertRefused(Map.of("happenedOn", "2026-11-22"), "happenedOn");
        assertRefused(Map.of("guardiansInformedOn", "2026-11-22"), "guardiansInformedOn");
        assertRefused(Map.of("pupil", "elev-maur"), "pupil");
        assertRefused(Map.of("suspectedStaff", "hassel-principal"), "suspectedStaff");
        assertRefused(Map.of("suspectedStaff", ""), "suspectedStaff");
    }

    private void assertRefused(Map<String, Object> answers, String field) {
        assertThatThrownBy(() -> report(answers))
                .isInstanceOfSatisfying(
                        FormRejected.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private CaseStart.Start report(Map<String, Object> answers) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "pupil", "elev-ekorn",
                "happenedOn", "2026-11-20",
                "suspect", "leader",
                "suspectedStaff", "rogn-principal",
                "whatHappened", "En melding.",
                "intervened", "notPresent"));
        all.putAll(answers);
        return reportConcern.accept(new Submission("reportConcern", null, null, null, "rogn-assistant", all, Map.of()));
    }
}
