package no.tolv.concern.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Hvor ofte én avsender kommer")
class SenderLimitTest {

    @Test
    @DisplayName("telles for hver adresse, og et helt IPv6-nett er én avsender")
    void countsSenders() {
        SenderLimit limit = new SenderLimit(2, Duration.ofHours(1));
        assertThat(limit.isOften("192.0.2.1")).isFalse();
        assertThat(limit.isOften("192.0.2.1")).isFalse();
        assertThat(limit.isUsedUp("192.0.2.1")).isTrue();
        assertThat(limit.isOften("192.0.2.1")).isTrue();
        assertThat(limit.isUsedUp("192.0.2.2")).isFalse();
        assertThat(limit.isOften("192.0.2.2")).isFalse();
        assertThat(limit.isOften("2001:db8::1")).isFalse();
        assertThat(limit.isOften("2001:db8::2")).isFalse();
        assertThat(limit.isOften("2001:db8::3")).isTrue();
    }
}
