package no.tolv.engine.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.tolv.engine.deployment.StartRefused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("Den første administratoren")
class PasswordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"kort", "elleve-tegn", "systemansvarlig-2026", "SYSTEMANSVARLIG!"})
    @DisplayName("får ikke et passord som er lett å gjette")
    void refusesAGuessablePassword(String password) {
        assertThatThrownBy(() -> production("systemansvarlig", password).administrator())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("for lett å gjette")
                .hasMessageNotContaining(password);
    }

    @Test
    @DisplayName("må være oppgitt utenfor demoen, og har ikke noe passord fra før")
    void hasNoDefault() {
        assertThatThrownBy(() -> production("", "").administrator()).hasMessageContaining("tolv.admin.password");
        assertThat(production("systemansvarlig", "fire-blaa-hester").administrator())
                .hasValue("systemansvarlig");
    }

    private static Passwords production(String id, String password) {
        return new Passwords(new MockEnvironment(), "", id, password);
    }
}
