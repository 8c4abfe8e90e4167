package no.tolv.access.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Motorens egne avslag blir sagt på norsk")
class EngineErrorTest {

    private static final String WEB_APP = "/camunda/api/engine/engine/default/task";

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            InvalidRequestException | Cannot set query parameter 'maxResults' to value 'x' | 400 | Parameteren «maxResults» har en verdi som ikke kan brukes.
            InvalidRequestException | Cannot set query sortBy parameter to value 'x'       | 400 | Sorteringen kan ikke brukes.
            JsonParseException      | Unrecognized field x, the known are a and b           | 400 | Innholdet kan ikke leses
            BadUserRequestException | The thing is not that                                | 400 | Forespørselen kan ikke utføres slik den er.
            RestException           | Du må velge en elev                                  | 400 | Du må velge en elev
            """)
    void toPeople(String type, String message, int status, String sentence) {
        EngineError error = of(WEB_APP, status, type, message);

        assertThat(error.status()).isEqualTo(status);
        assertThat(error.sentence()).startsWith(sentence).doesNotContain("Cannot", "Unrecognized", " is not ");
    }

    @Test
    @DisplayName("et program får motorens egne ord med")
    void toPrograms() {
        assertThat(of("/engine-rest/task", 400, "InvalidRequestException", "The date is not a date")
                        .sentence())
                .isEqualTo("Forespørselen kan ikke utføres slik den er. (The date is not a date)");
    }

    @ParameterizedTest
    @CsvSource({
        "TaskAlreadyClaimedException, Noen andre har nettopp tatt",
        "SuspendedEntityInteractionException, på vent"
    })
    @DisplayName("det noen andre har gjort imens, er ingen feil hos oss")
    void meanwhile(String type, String sentence) {
        EngineError error = of(WEB_APP + "/1/claim", 500, type, "ENGINE-03000 it is");

        assertThat(error.status()).isEqualTo(409);
        assertThat(error.sentence()).contains(sentence);
    }

    private static EngineError of(String path, int status, String type, String message) {
        String body = "{\"type\":\"%s\",\"message\":\"%s\"}".formatted(type, message);
        return EngineError.of(path, status, body.getBytes(StandardCharsets.UTF_8));
    }
}
