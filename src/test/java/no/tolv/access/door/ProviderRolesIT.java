package no.tolv.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:roles;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "TOLV_DEMO_PASSWORD=prove-passord-12",
            "tolv.diagrams=classpath:engine-test/",
            "tolv.roster.key=en-nokkel-som-bare-denne-proven-har",
            "tolv.oidc.acr.idporten=idporten-loa-high",
            "spring.security.oauth2.client.registration.kommune.client-id=tolv",
            "spring.security.oauth2.client.registration.kommune.client-secret=hemmelig",
            "spring.security.oauth2.client.registration.kommune.scope=openid",
            "spring.security.oauth2.client.provider.kommune.user-name-attribute=upn",
            "spring.security.oauth2.client.registration.idporten.client-id=tolv",
            "spring.security.oauth2.client.registration.idporten.client-secret=hemmelig",
            "spring.security.oauth2.client.registration.idporten.client-name=ID-porten",
            "spring.security.oauth2.client.registration.idporten.scope=openid,profile",
            "spring.security.oauth2.client.provider.idporten.user-name-attribute=pid"
        })
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("Innloggingstjenesten bekrefter roller, men gir ingen, og kjenner igjen den som heter noe annet der")
class ProviderRolesIT {

    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();
    private static final String PRINCIPAL = "midtstuen-principal";
    private static final String PID = "01010112345";

    @TempDir
    static Path roster;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdentityService identities;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        PROVIDER.start();
        for (String id : List.of("kommune", "idporten")) {
            settings.add(
                    "spring.security.oauth2.client.provider." + id + ".issuer-uri",
                    () -> PROVIDER.issuerUrl(id).toString());
        }
        writeRoster();
        settings.add("tolv.roster", () -> roster.toUri().toString());
    }

    private static void writeRoster() throws IOException {
        for (String file : List.of("units.csv", "pupils.csv", "guardians.csv")) {
            Files.writeString(roster.resolve(file), demo(file));
        }
        String staff = demo("staff.csv")
                .replaceAll("(?m)(?<=.)$", ";")
                .replaceFirst("roles;", "roles;login")
                .replaceFirst("(?m)^(midtstuen-nurse;.*)$", "$1idporten:" + PID);
        Files.writeString(roster.resolve("staff.csv"), staff);
        Files.writeString(roster.resolve("groups.csv"), """
                group;roles
                kommune:Rektorer på Midtstuen;midtstuen.principal
                kommune:8f3c-trosterud;trosterud.principal
                """);
    }

    private static String demo(String file) throws IOException {
        return new ClassPathResource("demo/" + file).getContentAsString(StandardCharsets.UTF_8);
    }

    @AfterAll
    static void stop() {
        PROVIDER.shutdown();
    }

    @Test
    @DisplayName("rektoren som er i rektorgruppen, kommer inn, også når gruppen er en tekst og ikke en liste")
    void rightGroup() {
        assertThat(comesAs(PRINCIPAL, List.of("noe annet", "Rektorer på Midtstuen"))
                        .isIn())
                .isTrue();
        assertThat(comesAs(PRINCIPAL, "Rektorer på Midtstuen").isIn()).isTrue();
    }

    @Test
    @DisplayName("rektoren som ingen gruppe bekrefter, slipper ikke inn, og loggen sier hva som mangler, uten navn")
    void notConfirmed(CapturedOutput log) {
        for (Object groups : List.of(List.of(), List.of("ukjent gruppe"), List.of("8f3c-trosterud"), "", 12)) {
            assertRefused(PRINCIPAL, Map.of("groups", groups));
        }
        assertRefused(PRINCIPAL, Map.of());
        assertThat(log.getOut())
                .contains("[midtstuen.principal] not confirmed")
                .doesNotContain("Oppdiktet Navn", "ukjent gruppe");
    }

    @Test
    @DisplayName("en gruppe gir ingen en rolle listen ikke gir: verken lærerne eller den som ikke står der")
    void groupsGiveNothing() {
        Visitor teacher = comesAs("midtstuen-teacher", List.of("Rektorer på Midtstuen"));

        assertThat(teacher.isIn()).isTrue();
        assertThat(teacher.get("/api/statistics").statusCode()).isEqualTo(403);
        assertThat(comesAs(PRINCIPAL, List.of("Rektorer på Midtstuen"))
                        .get("/api/statistics")
                        .statusCode())
                .isEqualTo(200);
        Visitor stranger = visitor();
        assertThat(follow(stranger, "kommune", "ukjent", Map.of("upn", "en-annen", "groups", "8f3c-trosterud")))
                .isEqualTo("/login?ukjent");
        assertThat(stranger.isIn()).isFalse();
    }

    @Test
    @DisplayName("den som blir rektor mens hun er inne, er ute til innloggingstjenesten har bekreftet det")
    void gainedWhileIn() {
        Visitor teacher = comesAs("trosterud-teacher", List.of());
        assertThat(teacher.isIn()).isTrue();

        identities.createMembership("trosterud-teacher", "trosterud.principal");
        assertThat(teacher.isIn()).isFalse();
        assertThat(comesAs("trosterud-teacher", List.of("8f3c-trosterud")).isIn())
                .isTrue();
        identities.deleteMembership("trosterud-teacher", "trosterud.principal");
    }

    @Test
    @DisplayName("med ID-porten kjennes hun igjen på fødselsnummeret, som ikke står lesbart i databasen")
    void byNationalId() {
        Visitor nurse = visitor();
        follow(nurse, "idporten", "sub-2", Map.of("pid", PID, "acr", "idporten-loa-high"));

        assertThat(nurse.isIn()).isTrue();
        assertThat(nurse.get("/camunda/api/admin/auth/user/default").body()).contains("midtstuen-nurse");
        assertThat(storedClaims()).noneMatch(stored -> stored.contains(PID));
        Visitor leaves = new Visitor(port).with("tolv", nurse.cookie("tolv"));
        assertThat(leaves.logOut("").headers().firstValue("location"))
                .get()
                .asString()
                .contains("id_token_hint=ey");

        Visitor other = visitor();
        assertThat(follow(other, "kommune", "sub-2", Map.of("upn", PID))).isEqualTo("/login?ukjent");
    }

    @Test
    @DisplayName("en innlogging på lavere nivå enn Tolv krever, slipper ikke inn")
    void assurance() {
        for (String level : List.of("idporten-loa-substantial", "")) {
            Visitor nurse = visitor();
            assertThat(follow(nurse, "idporten", "sub-2", Map.of("pid", PID, "acr", level)))
                    .isEqualTo("/login?niva");
            assertThat(nurse.isIn()).isFalse();
        }
        assertThat(follow(visitor(), "idporten", "sub-2", Map.of("pid", PID))).isEqualTo("/login?niva");
        assertThat(new Visitor(port)
                        .get("/oauth2/authorization/idporten")
                        .headers()
                        .firstValue("location"))
                .get()
                .asString()
                .contains("acr_values=idporten-loa-high");
    }

    private void assertRefused(String name, Map<String, Object> claims) {
        Visitor visitor = visitor();
        Map<String, Object> all = new HashMap<>(claims);
        all.put("upn", name);
        assertThat(follow(visitor, "kommune", "sub-1", all)).as("%s", claims).isEqualTo("/login?ubekreftet");
        assertThat(visitor.isIn()).isFalse();
    }

    private Visitor comesAs(String name, Object groups) {
        Visitor visitor = visitor();
        follow(visitor, "kommune", "sub-1", Map.of("upn", name, "groups", groups));
        return visitor;
    }

    /** Where it ends. */
    private static String follow(Visitor visitor, String provider, String subject, Map<String, Object> claims) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put("name", "Oppdiktet Navn");
        PROVIDER.enqueueCallback(new DefaultOAuth2TokenCallback(provider, subject, "JWT", List.of("tolv"), all));
        var end = visitor.get("/oauth2/authorization/" + provider).uri();
        return end.getPath() + "?" + end.getQuery();
    }

    private Visitor visitor() {
        return new Visitor("http://localhost:" + port, client -> client.followRedirects(Redirect.NORMAL));
    }

    /** What stands in the sessions, also inside the tokens. */
    private List<String> storedClaims() {
        return jdbc
                .sql("select attribute_bytes from login_session_attributes")
                .query((row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list()
                .stream()
                .map(value -> value + decoded(value))
                .toList();
    }

    private static String decoded(String value) {
        StringBuilder text = new StringBuilder();
        for (String part : value.split("[^A-Za-z0-9_-]+")) {
            try {
                text.append(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException notBase64) {
                text.append(' ');
            }
        }
        return text.toString();
    }
}
