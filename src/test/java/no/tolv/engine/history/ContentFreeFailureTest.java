package no.tolv.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import no.tolv.engine.NotFromOutside;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ContentFreeFailureTest {

    @Test
    @DisplayName("Det en mislykket jobb forteller, er uten innhold")
    void tellsFailuresWithoutContent() {
        Throwable failure = new IllegalStateException("row ('Elev Ekorn')", NotFromOutside.start());
        assertThat(ContentFreeFailure.of(failure).getMessage())
                .isEqualTo(
                        "IllegalStateException ← NotFromOutside: En sak starter bare fra skjemaet sitt. Fyll ut startskjemaet.");
    }
}
