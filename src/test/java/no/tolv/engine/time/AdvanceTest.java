package no.tolv.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZonedDateTime;
import no.tolv.engine.time.Advance.NotAnAdvance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Hvor langt demoklokka skal flyttes")
class AdvanceTest {

    /** The evening before the clock goes back. */
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-10-24T20:00:00+02:00[Europe/Oslo]");

    @ParameterizedTest(name = "{0} fører til {1}")
    @CsvSource({
        "P5D, 2026-10-29T20:00:00+01:00[Europe/Oslo]",
        "P1D, 2026-10-25T20:00:00+01:00[Europe/Oslo]",
        "PT24H, 2026-10-25T19:00:00+01:00[Europe/Oslo]",
        "P1DT2H, 2026-10-25T22:00:00+01:00[Europe/Oslo]",
        "P1W, 2026-10-31T20:00:00+01:00[Europe/Oslo]",
        "P2Y, 2028-10-24T20:00:00+02:00[Europe/Oslo]"
    })
    void moves(String advance, ZonedDateTime expected) {
        assertThat(new Advance(advance).after(NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PT", "P5DT", "5D", "fem dager", "P1H", "P99999999999D"})
    void isNoPeriod(String advance) {
        assertThatThrownBy(() -> new Advance(advance).after(NOW))
                .isInstanceOf(NotAnAdvance.class)
                .hasMessage("Feltet «advance» må være en periode på formen P5D, PT4H eller P1DT2H.");
    }

    @ParameterizedTest
    @CsvSource({"P-5D, framover", "PT0S, framover", "P0D, framover", "P2Y1D, høyst to år", "P99Y, høyst to år"})
    void leadsNowhere(String advance, String sentence) {
        assertThatThrownBy(() -> new Advance(advance).after(NOW))
                .isInstanceOf(NotAnAdvance.class)
                .hasMessageContaining(sentence);
    }
}
