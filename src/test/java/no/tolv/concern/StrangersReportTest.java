package no.tolv.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import no.tolv.engine.FormRejected;
import no.tolv.engine.form.contract.Fault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Melding uten innlogging")
class StrangersReportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    @DisplayName("trenger bare sted, hva og hvem")
    void needsLittle() {
        StrangersReport report = read(Map.of());
        assertThat(report.answers()).containsEntry("suspect", "unknown").doesNotContainKeys("happenedOn", "contact");
        assertThat(report.told()).contains("Hvem det gjelder: Elev Ekorn i 8A");
    }

    @Test
    @DisplayName("sier fra om alle feil på én gang")
    void namesAllFaults() {
        assertThatThrownBy(() -> StrangersReport.of(Map.of("happenedOn", "i går", "navn", "x"), Set.of("rogn"), TODAY))
                .isInstanceOfSatisfying(
                        FormRejected.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(Fault::field)
                                .containsExactlyInAnyOrder(
                                        "navn", "whatHappened", "pupilDescription", "unit", "happenedOn"));
    }

    @ParameterizedTest
    @CsvSource({
        "unit, eik",
        "unit, finnes-ikke",
        "happenedOn, 2026-11-22",
        "happenedOn, 2026-02-30",
        "suspect, alle",
        "whatHappened, ' '",
        "caseNumber, ROGN-2026-0001"
    })
    @DisplayName("avviser det som ikke kan stemme")
    void refuses(String field, String value) {
        assertThatThrownBy(() -> read(Map.of(field, value)))
                .isInstanceOfSatisfying(
                        FormRejected.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(Fault::field)
                                .containsExactly(field));
    }

    @Test
    @DisplayName("tar imot 20 000 tegn, men ikke flere, og bare tekst")
    void limitsTheText() {
        assertThat(read(Map.of("whatHappened", "Ø".repeat(20_000))).text("whatHappened"))
                .hasSize(20_000);
        assertThatThrownBy(() -> read(Map.of("whatHappened", "Ø".repeat(20_001))))
                .isInstanceOf(FormRejected.class);
        assertThatThrownBy(() -> read(Map.of("contact", Map.of()))).isInstanceOf(FormRejected.class);
        assertThat(read(Map.of("contact", "a\0b")).text("contact")).isEqualTo("ab");
    }

    private static StrangersReport read(Map<String, Object> changed) {
        Map<String, Object> sent = new HashMap<>(
                Map.of("unit", "rogn", "whatHappened", "Noe skjedde.", "pupilDescription", "Elev Ekorn i 8A"));
        sent.putAll(changed);
        return StrangersReport.of(sent, Set.of("rogn"), TODAY);
    }
}
