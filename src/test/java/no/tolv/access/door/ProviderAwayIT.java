package no.tolv.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:away;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "TOLV_DEMO_PASSWORD=prove-passord-12",
            "tolv.diagrams=classpath:engine-test/",
            "spring.security.oauth2.client.registration.kommune.client-id=tolv",
            "spring.security.oauth2.client.registration.kommune.client-secret=hemmelig",
            "spring.security.oauth2.client.registration.kommune.scope=openid",
            "spring.security.oauth2.client.provider.kommune.user-name-attribute=upn"
        })
@DirtiesContext
@DisplayName("Tolv starter og er oppe selv om kommunens innlogging er nede")
class ProviderAwayIT {

    private static int providerPort;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void nobodyThere(DynamicPropertyRegistry settings) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            providerPort = free.getLocalPort();
        }
        settings.add(
                "spring.security.oauth2.client.provider.kommune.issuer-uri",
                () -> "http://localhost:" + providerPort + "/kommune");
    }

    @Test
    @DisplayName("innloggingssiden sier fra, passordet virker, og når tjenesten er tilbake, kommer man inn der")
    void comesBack() throws IOException {
        for (String way : List.of("/oauth2/authorization/kommune", "/login/oauth2/code/kommune?code=a&state=b")) {
            Visitor early = visitor();
            assertThat(early.get("/login").body()).contains("Logg inn med <span>kommune</span>");
            HttpResponse<String> refused = early.get(way);
            assertThat(refused.statusCode()).isEqualTo(200);
            assertThat(refused.uri().getPath()).isEqualTo("/login");
            assertThat(early.isIn()).isFalse();
        }
        assertThat(visitor().get("/oauth2/authorization/kommune").body())
                .contains("Innloggingstjenesten svarer ikke nå.");
        assertThat(new Visitor(port).in("midtstuen-teacher").isIn()).isTrue();

        MockOAuth2Server provider = new MockOAuth2Server();
        provider.start(InetAddress.getByName("localhost"), providerPort);
        try {
            provider.enqueueCallback(new DefaultOAuth2TokenCallback(
                    "kommune", "sub-1", "JWT", List.of("tolv"), Map.of("upn", "midtstuen-principal")));
            Visitor late = visitor();
            late.get("/oauth2/authorization/kommune");
            assertThat(late.isIn()).isTrue();
        } finally {
            provider.shutdown();
        }
    }

    private Visitor visitor() {
        return new Visitor("http://localhost:" + port, client -> client.followRedirects(Redirect.NORMAL));
    }
}
