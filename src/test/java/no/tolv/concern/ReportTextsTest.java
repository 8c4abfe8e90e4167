package no.tolv.concern;

import static no.tolv.casefile.CaseFileDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFileDatabase;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.SmallMunicipality;
import no.tolv.casefile.TaskRecords;
import no.tolv.engine.Choice;
import no.tolv.engine.FormLabels;
import no.tolv.engine.FormReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({
    CaseFileDatabase.class,
    SmallMunicipality.class,
    HeldTogether.class,
    ReportContent.class,
    ReceiveReportContent.class,
    HearPupilContent.class,
    ReportSummary.class,
    Categories.class,
    FormLabels.class,
    MatchPupil.class,
    OpenCasesOfPupil.class
})
@DisplayName("Det skjemaene for melding og mottak viser")
class ReportTextsTest {

    @Autowired
    ReportContent reportContent;

    @Autowired
    ReceiveReportContent receiveReportContent;

    @Autowired
    HearPupilContent hearPupilContent;

    @Autowired
    CaseFiles cases;

    @Autowired
    TaskRecords records;

    @Test
    @DisplayName("den som melder, velger blant elever og ansatte der hun arbeider")
    void offersOnesOwnPupils() {
        Map<String, List<Choice>> choices = reportContent.choices(reader(null, "rogn-assistant"));
        assertThat(choices.get("pupils"))
                .contains(new Choice("elev-ekorn", "Elev Ekorn (8A)"))
                .hasSize(3);
        assertThat(choices.get("staff"))
                .extracting(Choice::value)
                .contains("rogn-principal")
                .doesNotContain("hassel-teacher");
        assertThat(choices.get("categories"))
                .filteredOn(choice -> choice.value().equals("violence"))
                .extracting(Choice::label)
                .containsExactly("Vold – Noen bruker fysisk makt for å skade andre.");
        assertThat(reportContent.choices(reader(null, "eik-owner")).get("pupils"))
                .hasSize(4);
        assertThat(reportContent.choices(reader(null, null)).get("pupils")).isEmpty();
    }

    @Test
    @DisplayName("den som tar imot, leser meldingen på norsk")
    void summarisesTheReport() {
        CaseFile file = cases.open("rogn", "elev-ekorn", NOW, NOW.plus(Duration.ofDays(7)));
        records.add(
                file.caseNumber(),
                "reportConcern",
                null,
                "rogn-assistant",
                Map.of(
                        "happenedOn", "2026-11-20",
                        "categories", List.of("violence"),
                        "stopped", "no",
                        "arena", "digital",
                        "suspect", "pupil",
                        "discoveredHow", "noeSomIkkeFinnes",
                        "signs", List.of("alone"),
                        "whatHappened", "Noe skjedde."));
        Map<String, Object> values = receiveReportContent.values(reader(file.caseNumber(), "rogn-principal"));
        assertThat(values).containsEntry("whatHappened", "Noe skjedde.").containsEntry("whatDone", "");
        assertThat((String) values.get("summary"))
                .contains("**Elev:** Elev Ekorn (8A)", "**Når:** 20.11.2026", "**Meldt av:** Ansatt rogn-assistant")
                .contains("**Det gjelder:** Vold – Noen bruker fysisk makt for å skade andre.")
                .contains("**Stoppet det:** Det stoppet ikke")
                .contains("**Oppdaget ved:** noeSomIkkeFinnes")
                .doesNotContain("digital\n", "** alone");
    }

    @Test
    @DisplayName(
            "den som skal snakke med eleven, leser hva som er meldt, men verken hvem som meldte eller hvem som er mistenkt")
    void tellsTheHearerOfThePupil() {
        CaseFile file = cases.open("rogn", "elev-ekorn", NOW, NOW.plus(Duration.ofDays(7)));
        records.add(
                file.caseNumber(),
                "reportConcern",
                null,
                "rogn-assistant",
                Map.of(
                        "happenedOn", "2026-11-20",
                        "categories", List.of("violence"),
                        "suspect", "employee",
                        "suspectedStaff", "rogn-principal",
                        "discoveredHow", "fellowPupilTold",
                        "whatDone", "Jeg hentet eleven inn.",
                        "whatHappened", "Noe skjedde."));

        Map<String, Object> values = hearPupilContent.values(reader(file.caseNumber(), "rogn-teacher"));
        assertThat(values).containsOnlyKeys("summary", "whatHappened").containsEntry("whatHappened", "Noe skjedde.");
        assertThat((String) values.get("summary"))
                .contains(
                        "**Elev:** Elev Ekorn (8A)",
                        "**Når:** 20.11.2026",
                        "**Det gjelder:** Vold",
                        "**Mistanke mot:**")
                .doesNotContain("Meldt av", "Ansatt rogn", "medelev", "fellowPupil", "hentet");
    }

    private static FormReader reader(String caseNumber, String person) {
        return new FormReader(caseNumber, "rogn", null, person, Map.of());
    }
}
