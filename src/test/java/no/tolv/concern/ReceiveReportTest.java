package no.tolv.concern;

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
import no.tolv.casefile.Involvements;
import no.tolv.casefile.Involvements.Part;
import no.tolv.casefile.SmallMunicipality;
import no.tolv.casefile.TaskRecords;
import no.tolv.engine.FormRejected;
import no.tolv.engine.PastDates;
import no.tolv.engine.Submission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({
    CaseFileDatabase.class,
    SmallMunicipality.class,
    ReceiveReport.class,
    OpenCasesOfPupil.class,
    MatchPupil.class,
    PastDates.class,
    HeldTogether.class
})
@DisplayName("Ta imot meldingen")
class ReceiveReportTest {

    @Autowired
    ReceiveReport receiveReport;

    @Autowired
    CaseFiles cases;

    @Autowired
    Involvements involvements;

    @Autowired
    CaseLog log;

    @Autowired
    TaskRecords records;

    private CaseFile file;

    @BeforeEach
    void openCase() {
        file = open("rogn");
        involvements.add(file.caseNumber(), "rogn-assistant", Part.REPORTER);
    }

    @Test
    @DisplayName("en egen sak som ikke er alvorlig går videre")
    void goesOn() {
        assertThat(accept("rogn-principal", Map.of())).isEqualTo(Map.of("duplicate", false));
    }

    @Test
    @DisplayName("alvorlig og borte fra skolen sies bare når det er sant, og bare én gang")
    void tellsFactsOnce() {
        Map<String, Object> answers = Map.of("serious", "yes", "absentUnsafe", "yes", "absentSince", "2026-11-20");
        assertThat(accept("rogn-principal", answers))
                .isEqualTo(Map.of("duplicate", false, "serious", true, "absentUnsafe", true));
        assertThat(receiveReport.accept(submission("rogn-principal", answers, Map.of("serious", true))))
                .doesNotContainKey("serious");
    }

    @Test
    @DisplayName("ett kryss er nok til at saken regnes som alvorlig, og loggen sier hvorfor")
    void oneSignIsEnough() {
        assertThat(accept("rogn-principal", Map.of("seriousSigns", List.of("violence"))))
                .isEqualTo(Map.of("duplicate", false, "serious", true));
        assertThat(log.entries(file.caseNumber())).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("tolv");
            assertThat(entry.what()).contains("regnes som alvorlig");
        });
    }

    @Test
    @DisplayName("er det sagt at saken er alvorlig, føyer loggen ingenting til kryssene")
    void saysNothingTwice() {
        assertThat(accept("rogn-principal", Map.of("serious", "yes", "seriousSigns", List.of("violence"))))
                .containsEntry("serious", true);
        assertThat(log.entries(file.caseNumber())).isEmpty();
    }

    @Test
    @DisplayName("eleven kan ikke ha vært borte fra en dato fram i tid")
    void refusesFutureDates() {
        assertRefused("rogn-principal", Map.of("absentUnsafe", "yes", "absentSince", "2026-11-22"), "absentSince");
    }

    @Test
    @DisplayName("en melding om det samme legges til elevens åpne sak")
    void marksDuplicates() {
        CaseFile surviving = open("rogn");
        assertThat(accept("rogn-principal", duplicateOf(surviving)))
                .isEqualTo(Map.of("duplicate", true, "survivingCase", surviving.caseNumber()));
        assertThat(cases.find(file.caseNumber()).orElseThrow().status()).isEqualTo(CaseFile.Status.DUPLICATE);
    }

    @Test
    @DisplayName("melderen kan ikke selv si at det er det samme")
    void refusesTheReportersOwnDuplicate() {
        involvements.add(file.caseNumber(), "rogn-principal", Part.REPORTER);
        assertRefused("rogn-principal", duplicateOf(open("rogn")), "receipt");
    }

    @Test
    @DisplayName("en annen elevs sak, en lukket sak, saken selv og en sak hos skoleeier kan ikke velges")
    void refusesOtherCases() {
        CaseFile closed = open("rogn");
        cases.setStatus(closed.caseNumber(), CaseFile.Status.CLOSED);
        CaseFile other = cases.open("rogn", "elev-rev", NOW, NOW.plus(Duration.ofDays(7)));
        for (CaseFile wrong : List.of(closed, other, file, open("eik"))) {
            assertRefused("rogn-principal", duplicateOf(wrong), "survivingCase");
        }
        assertThat(cases.find(file.caseNumber()).orElseThrow().status()).isEqualTo(CaseFile.Status.RECEIVED);
    }

    @Test
    @DisplayName("uten innlogging: den som tar imot, må velge en elev ved skolen, og kontaktlæreren kommer med")
    void matchesThePupil() {
        file = cases.open("rogn", null, NOW, NOW.plus(Duration.ofDays(7)));
        records.add(file.caseNumber(), "reportConcern", null, null, Map.of("unit", "rogn", "suspect", "unknown"));
        assertRefused("rogn-principal", Map.of(), "pupil");
        assertRefused("rogn-principal", Map.of("pupil", "elev-maur"), "pupil");
        assertThat(accept("rogn-principal", Map.of("pupil", "elev-rev"))).isEqualTo(Map.of("duplicate", false));
        assertThat(cases.find(file.caseNumber()).orElseThrow().pupil()).isEqualTo("elev-rev");
        assertThat(involvements.of(file.caseNumber()))
                .containsExactly(
                        new Involvements.Involvement(file.caseNumber(), "rogn-contact-teacher", Part.CONTACT_TEACHER));
    }

    @Test
    @DisplayName("uten innlogging: meldingen kan bare legges til en sak om den eleven som er valgt")
    void addsToTheMatchedPupilsCase() {
        CaseFile squirrels = file;
        file = cases.open("rogn", null, NOW, NOW.plus(Duration.ofDays(7)));
        records.add(file.caseNumber(), "reportConcern", null, null, Map.of("unit", "rogn", "suspect", "unknown"));
        Map<String, Object> answers = new HashMap<>(duplicateOf(squirrels));
        answers.put("pupil", "elev-ekorn");
        assertThat(accept("rogn-principal", answers)).containsEntry("survivingCase", squirrels.caseNumber());
        CaseFile other = cases.open("rogn", null, NOW, NOW.plus(Duration.ofDays(7)));
        file = other;
        records.add(other.caseNumber(), "reportConcern", null, null, Map.of("unit", "rogn", "suspect", "unknown"));
        answers.put("pupil", "elev-rev");
        assertRefused("rogn-principal", answers, "survivingCase");
    }

    private CaseFile open(String unit) {
        return cases.open(unit, "elev-ekorn", NOW, NOW.plus(Duration.ofDays(7)));
    }

    private static Map<String, Object> duplicateOf(CaseFile surviving) {
        return Map.of("receipt", "duplicate", "survivingCase", surviving.caseNumber(), "duplicateReason", "Samme.");
    }

    private Map<String, Object> accept(String actor, Map<String, Object> answers) {
        return receiveReport.accept(submission(actor, answers, Map.of()));
    }

    private void assertRefused(String actor, Map<String, Object> answers, String field) {
        assertThatThrownBy(() -> accept(actor, answers))
                .isInstanceOfSatisfying(
                        FormRejected.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private Submission submission(String actor, Map<String, Object> answers, Map<String, Object> variables) {
        Map<String, Object> all = new HashMap<>(Map.of("receipt", "ownCase", "serious", "no", "absentUnsafe", "no"));
        all.putAll(answers);
        return new Submission("receiveReport", file.caseNumber(), "rogn", "task", actor, all, variables);
    }
}
