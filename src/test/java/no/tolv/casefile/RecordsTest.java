package no.tolv.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.tolv.casefile.Involvements.Part;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(CaseFileDatabase.class)
@DisplayName("Svar, samtaler, deltakere og utestengte i en sak")
class RecordsTest {

    private static final Instant NOW = CaseFileDatabase.NOW;

    @Autowired
    CaseFiles cases;

    @Autowired
    TaskRecords records;

    @Autowired
    Hearings hearings;

    @Autowired
    Involvements involvements;

    @Autowired
    Exclusions exclusions;

    @Autowired
    JdbcClient jdbc;

    private String caseNumber;

    @BeforeEach
    void openCase() {
        caseNumber = cases.open("kept", "elev-ekorn", NOW, NOW.plus(Duration.ofDays(7)))
                .caseNumber();
    }

    @Test
    @DisplayName("svar kommer tilbake slik de ble gitt, også lange og sammensatte")
    void keepsAnswers() {
        Map<String, Object> answers = Map.of(
                "text", "Æ".repeat(25_000),
                "yes", true,
                "count", 3,
                "chosen", List.of("a", "b"),
                "rows", List.of(Map.of("what", "Samtale", "doneOn", "2026-11-20")));
        TaskRecord written = records.add(caseNumber, "investigate", "task-1", "kept-teacher", answers);
        assertThat(records.latest(caseNumber, "investigate")).contains(written);
        assertThat(written.answers()).isEqualTo(answers);
    }

    @Test
    @DisplayName("nyeste svar gjelder, alle blir stående med runden de ble gitt i")
    void keepsEveryRound() {
        records.add(caseNumber, "analyse", "task-1", "kept-teacher", Map.of("needs", "første"));
        cases.nextRound(caseNumber);
        records.add(caseNumber, "analyse", "task-2", "kept-teacher", Map.of("needs", "andre"));
        assertThat(records.latest(caseNumber, "analyse").orElseThrow().answers())
                .containsEntry("needs", "andre");
        assertThat(records.of(caseNumber)).extracting(TaskRecord::round).containsExactly(1, 2);
        assertThat(records.latest(caseNumber, "writePlan")).isEmpty();
    }

    @Test
    @DisplayName("elevens egen siste samtale skilles fra andre elevers")
    void findsThePupilsOwnHearing() {
        Hearing own = hearing("elev-ekorn", true);
        hearings.add(own);
        hearings.add(hearing("elev-rev", null));
        assertThat(hearings.latestOfPupil(caseNumber)).contains(own);
        assertThat(hearings.of(caseNumber))
                .hasSize(2)
                .last()
                .extracting(Hearing::safe)
                .isNull();
    }

    @Test
    @DisplayName("svar og samtaler kan ikke endres eller slettes i databasen")
    void cannotBeRewritten() {
        records.add(caseNumber, "analyse", null, null, Map.of());
        hearings.add(hearing("elev-ekorn", false));
        for (String sql : List.of(
                "update task_record set answers = '{}'",
                "delete from task_record",
                "update hearing set safe = true",
                "delete from hearing")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).hasStackTraceContaining("kan ikke endres eller slettes");
        }
    }

    @Test
    @DisplayName("en deltaker har hver rolle én gang, i rekkefølge")
    void involvesOnce() {
        involvements.add(caseNumber, "kept-teacher", Part.INVESTIGATOR);
        involvements.add(caseNumber, "elev-rev", Part.OTHER_PUPIL);
        involvements.add(caseNumber, "kept-teacher", Part.INVESTIGATOR);
        assertThat(involvements.of(caseNumber))
                .extracting(Involvements.Involvement::person)
                .containsExactly("kept-teacher", "elev-rev");
        assertThat(involvements.casesOf("kept-teacher")).contains(caseNumber);
    }

    @Test
    @DisplayName("en utestengt blir stående utestengt")
    void excludesOnce() {
        exclusions.add(caseNumber, "kept-assistant", "suspected");
        exclusions.add(caseNumber, "kept-assistant", "related");
        assertThat(exclusions.of(caseNumber)).containsExactly("kept-assistant");
    }

    private Hearing hearing(String pupil, Boolean safe) {
        return new Hearing(
                caseNumber,
                1,
                pupil,
                "kept-teacher",
                LocalDate.parse("2026-11-20"),
                "talk",
                "Ordrett ".repeat(3000),
                safe,
                false,
                null,
                NOW);
    }
}
