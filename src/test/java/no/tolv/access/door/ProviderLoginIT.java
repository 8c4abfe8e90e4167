package no.tolv.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient.Redirect;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:provider;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "TOLV_DEMO_PASSWORD=prove-passord-12",
            "tolv.diagrams=classpath:engine-test/",
            "tolv.login.password=false",
            "tolv.oidc.domain=kommune.example",
            "spring.security.oauth2.client.registration.kommune.client-id=tolv",
            "spring.security.oauth2.client.registration.kommune.client-secret=hemmelig",
            "spring.security.oauth2.client.registration.kommune.client-name=kommunens konto",
            "spring.security.oauth2.client.registration.kommune.scope=openid",
            "spring.security.oauth2.client.provider.kommune.user-name-attribute=upn"
        })
@DirtiesContext
@DisplayName("Med kommunens innlogging kommer de ansatte inn, og ingen andre")
class ProviderLoginIT {

    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdentityService identities;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        PROVIDER.start();
        settings.add(
                "spring.security.oauth2.client.provider.kommune.issuer-uri",
                () -> PROVIDER.issuerUrl("kommune").toString());
    }

    @AfterAll
    static void stop() {
        PROVIDER.shutdown();
    }

    @Test
    @DisplayName("en ansatt kommer inn til oppgavene sine, og økten holder seg")
    void employee() {
        Visitor visitor = comesAs("midtstuen-principal@kommune.example");

        assertThat(visitor.isIn()).isTrue();
        assertThat(visitor.get("/camunda/api/admin/auth/user/default").body())
                .contains("midtstuen-principal", "cockpit");
        assertThat(stored()).noneSatisfy(value -> assertThat(value).contains("access_token", "authorizationCode"));
    }

    @Test
    @DisplayName("den som ikke står i listen, får vite det, og har ingen halv økt")
    void stranger() {
        Visitor nameless = visitor();
        PROVIDER.enqueueCallback(
                new DefaultOAuth2TokenCallback("kommune", "oslo-owner", "JWT", List.of("tolv"), Map.of()));
        assertThat(nameless.get("/oauth2/authorization/kommune").uri().getQuery())
                .isEqualTo("ukjent");
        for (String name : List.of(
                "ukjent@kommune.example",
                "midtstuen-principal@annet.example",
                "midtstuen-principal",
                "@kommune.example")) {
            Visitor visitor = visitor();
            HttpResponse<String> page = follow(visitor, name);

            assertThat(page.uri().getPath() + "?" + page.uri().getQuery())
                    .as(name)
                    .isEqualTo("/login?ukjent");
            assertThat(page.body()).contains("du står ikke i listen over ansatte");
            assertThat(visitor.isIn()).isFalse();
        }
        assertThat(jdbc.sql("select count(*) from login_session where principal_name is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("den som har sluttet, kommer ikke inn, og er ute om hun var inne")
    void left() {
        Visitor visitor = comesAs("aune-nurse@kommune.example");
        assertThat(visitor.isIn()).isTrue();

        jdbc.sql("update staff set active = false where id = 'aune-nurse'").update();
        assertThat(comesAs("aune-nurse@kommune.example").isIn()).isFalse();
        identities.deleteUser("aune-nurse");
        assertThat(visitor.isIn()).isFalse();
    }

    @Test
    @DisplayName("et svar som ikke hører til egen forespørsel, åpner ingenting")
    void forgedAnswer() {
        Visitor visitor = visitor();

        HttpResponse<String> page = visitor.get("/login/oauth2/code/kommune?code=stjålet&state=gjettet");

        assertThat(page.uri().getQuery()).isEqualTo("avbrutt");
        assertThat(visitor.isIn()).isFalse();
    }

    @Test
    @DisplayName("å logge ut, logger ut hos kommunen også")
    void logout() {
        comesAs("oslo-owner@kommune.example");
        Visitor visitor = new Visitor(port);
        String session = comesAs("oslo-monitor@kommune.example").cookie("tolv");
        visitor.with("tolv", session);

        String to = visitor.logOut("").headers().firstValue("location").orElseThrow();

        assertThat(to)
                .startsWith(PROVIDER.endSessionEndpointUrl("kommune").toString())
                .contains("id_token_hint=ey", "post_logout_redirect_uri=http://localhost:" + port + "/login?ute");
        assertThat(visitor.isIn()).isFalse();
    }

    @Test
    @DisplayName("siden har kommunens knapp og intet passordfelt, og et passord åpner ingenting")
    void noPasswords() {
        Visitor visitor = new Visitor(port);
        String page = visitor.get("/login").body();

        assertThat(page).contains("Logg inn med <span>kommunens konto</span>", "Meld fra uten å logge inn");
        assertThat(page).doesNotContain("Passord");
        visitor.post("/login", "username=oslo-owner&password=" + Visitor.PASSWORD, "x");
        assertThat(visitor.isIn()).isFalse();
    }

    private Visitor comesAs(String name) {
        Visitor visitor = visitor();
        follow(visitor, name);
        return visitor;
    }

    private static HttpResponse<String> follow(Visitor visitor, String name) {
        PROVIDER.enqueueCallback(new DefaultOAuth2TokenCallback(
                "kommune", "sub-1", "JWT", List.of("tolv"), Map.of("upn", name, "name", "Oppdiktet Navn")));
        return visitor.get("/oauth2/authorization/kommune");
    }

    private Visitor visitor() {
        return new Visitor("http://localhost:" + port, client -> client.followRedirects(Redirect.NORMAL));
    }

    private List<String> stored() {
        return jdbc.sql("select attribute_bytes from login_session_attributes")
                .query((row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list();
    }
}
