package no.tolv.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Informer om Statsforvalteren")
class InformAboutRightsTest {

    private static final Instant LATE_IN_THE_EVENING = Instant.parse("2026-11-23T23:30:00Z");

    private final InformAboutRights form = new InformAboutRights(Clock.fixed(LATE_IN_THE_EVENING, ZoneOffset.UTC));

    @Test
    @DisplayName("godtar dagen i dag, slik den er i Oslo")
    void today() {
        assertThat(form.accept(informedOn("2026-11-24"))).isEmpty();
    }

    @Test
    @DisplayName("avviser en dag som ikke har vært")
    void tomorrow() {
        assertThatThrownBy(() -> form.accept(informedOn("2026-11-25")))
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining("fram i tid");
    }

    private static Submission informedOn(String date) {
        Map<String, Object> answers = Map.of("informedOn", date);
        return new Submission(
                "informAboutRights", "HAGEN-2026-0001", "hagen", "t1", "hagen-principal", answers, Map.of());
    }
}
