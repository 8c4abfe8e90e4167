package no.tolv.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import no.tolv.robust.TolvHttp;
import no.tolv.robust.TolvHttp.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:held;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "tolv.quarantine=true",
            "tolv.installation-mark=target/held-installation.mark",
            "TOLV_DEMO_PASSWORD=" + TolvHttp.PASSWORD,
            "tolv.outbox.folder=target/held-outbox"
        })
@DisplayName("Et program kan spørre hvordan det står til, og får vite at installasjonen står stille")
class HeldInstallationTest {

    private static final String OPERATIONS = "/actuator/health/operations";

    @LocalServerPort
    int port;

    private TolvHttp tolv;

    @BeforeEach
    void open() {
        tolv = new TolvHttp(port);
    }

    @Test
    @DisplayName("alarmen står der til en slipper den løs")
    void alarm() {
        Reply held = tolv.get("admin", OPERATIONS).ok();
        assertThat(held.json().path("status").asText()).isEqualTo("ALARM");
        assertThat(held.json().path("components").path("quarantine").toString()).contains("ALARM");
        tolv.post("admin", "/api/quarantine/release", Map.of("waitingMail", "send"))
                .ok();
        Reply released = tolv.get("admin", OPERATIONS).ok();
        assertThat(released.json().path("components").path("quarantine").toString())
                .contains("UP")
                .doesNotContain("ALARM");
    }

    @Test
    @DisplayName("andre enn administratoren har ikke tilgang, og ingen blir vist til en side")
    void othersAreTurnedAway() throws Exception {
        for (String other : List.of("midtstuen-principal", "nittedal-monitor", "oslo-owner")) {
            assertThat(tolv.get(other, OPERATIONS).status()).as(other).isEqualTo(403);
        }
        assertThat(tolv.get("admin", OPERATIONS + "/db").status()).isEqualTo(404);
        for (HttpResponse<String> refused : List.of(ask(null), ask("admin:feil"), ask("finnes-ikke:feil"))) {
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("Du må logge inn").doesNotContain("ALARM");
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Basic");
        }
    }

    private HttpResponse<String> ask(String account) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + OPERATIONS));
        if (account != null) {
            byte[] pair = account.getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
