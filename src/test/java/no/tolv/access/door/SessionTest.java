package no.tolv.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:door;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "TOLV_DEMO_PASSWORD=prove-passord-12",
            "tolv.diagrams=classpath:engine-test/"
        })
@DisplayName("En økt varer så lenge den skal, og ikke lenger")
class SessionTest {

    private static final String COOKIE = "tolv";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdentityService identities;

    @Test
    @DisplayName("innlogging gir en ny økt, og den gamle id-en åpner ingenting")
    void fixation() {
        Visitor victim = new Visitor(port).in("midtstuen-nurse");
        String planted = victim.cookie(COOKIE);

        victim.logIn("midtstuen-teacher", Visitor.PASSWORD);

        assertThat(victim.cookie(COOKIE)).isNotEqualTo(planted);
        assertThat(new Visitor(port).with(COOKIE, planted).isIn()).isFalse();
    }

    @Test
    @DisplayName("en besøkende som ikke logger inn, etterlater ingen rad i databasen")
    void noRowForStrangers() {
        int before = sessions();
        Visitor stranger = new Visitor(port);
        for (String path : List.of("/login", "/camunda/app/tasklist/default/", "/logg-ut", Visitor.PROTECTED)) {
            stranger.get(path);
        }
        stranger.logIn("midtstuen-assistant", "feil");

        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    @DisplayName("den som ville til en side, kommer dit etter innloggingen")
    void goesOn() {
        Visitor visitor = new Visitor(port);
        visitor.get("/camunda/app/cockpit/default/");

        assertThat(visitor.logIn("midtstuen-principal", Visitor.PASSWORD)
                        .headers()
                        .firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/camunda/app/cockpit/default/"));
    }

    @Test
    @DisplayName("etter utlogging åpner den kopierte kapselen ingenting, og den andre maskinen er fortsatt inne")
    void logout() {
        Visitor desk = new Visitor(port).in("midtstuen-office");
        Visitor phone = new Visitor(port).in("midtstuen-office");
        String stolen = desk.cookie(COOKIE);

        assertThat(desk.logOut("").headers().firstValue("location").orElseThrow())
                .endsWith("/login?ute");

        assertThat(desk.isIn()).isFalse();
        assertThat(new Visitor(port).with(COOKIE, stolen).isIn()).isFalse();
        assertThat(phone.isIn()).isTrue();
    }

    @Test
    @DisplayName("«Logg ut overalt» avslutter økter på alle maskiner, og bare ens egne")
    void logoutEverywhere() {
        Visitor desk = new Visitor(port).in("trosterud-office");
        Visitor phone = new Visitor(port).in("trosterud-office");
        Visitor other = new Visitor(port).in("trosterud-nurse");

        desk.logOut("overalt=ja");

        assertThat(desk.isIn()).isFalse();
        assertThat(phone.isIn()).isFalse();
        assertThat(other.isIn()).isTrue();
    }

    @Test
    @DisplayName("den som mister kontoen, er ute ved neste kall")
    void disabled() {
        Visitor visitor = new Visitor(port).in("aune-nurse");

        identities.deleteUser("aune-nurse");

        assertThat(visitor.isIn()).isFalse();
        assertThat(rows("aune-nurse")).isZero();
    }

    @Test
    @DisplayName("den som mister en rolle, er ute ved neste kall; den som får en, har den straks")
    void roles() {
        String user = "hagen-teacher";
        Visitor visitor = new Visitor(port).in(user);

        identities.createMembership(user, "all.principal");
        assertThat(visitor.isIn()).isTrue();
        assertThat(visitor.get("/camunda/api/admin/auth/user/default").body()).contains("cockpit");

        Visitor again = new Visitor(port).in(user);
        identities.deleteMembership(user, "all.principal");
        assertThat(again.isIn()).isFalse();
        assertThat(visitor.isIn()).isTrue();
    }

    @Test
    @DisplayName("et nytt passord avslutter øktene som ble åpnet med det gamle")
    void passwordChanged() {
        Visitor visitor = new Visitor(port).in("hagen-nurse");

        jdbc.sql("update act_id_user set pwd_ = '{SHA-512}x' where id_ = 'hagen-nurse'")
                .update();

        assertThat(visitor.isIn()).isFalse();
    }

    @Test
    @DisplayName("etter åtte timer er det slutt, også for den som har vært flittig")
    void absolute() {
        Visitor visitor = new Visitor(port).in("oslo-owner");
        loggedInEarlier("oslo-owner", Duration.ofMinutes(8 * 60 - 1));
        assertThat(visitor.isIn()).isTrue();

        loggedInEarlier("oslo-owner", Duration.ofMinutes(2));
        assertThat(visitor.isIn()).isFalse();
    }

    @Test
    @DisplayName("etter tretti minutter uten et kall er det slutt")
    void idle() {
        Visitor visitor = new Visitor(port).in("bergen-owner");
        idleSince("bergen-owner", Duration.ofMinutes(29));
        assertThat(visitor.isIn()).isTrue();

        idleSince("bergen-owner", Duration.ofMinutes(31));
        assertThat(visitor.isIn()).isFalse();
    }

    @Test
    @DisplayName("økten lagres som lesbar JSON, og det som ikke er vårt, blir aldri til et objekt")
    void stored() {
        Visitor visitor = new Visitor(port).in("nittedal-owner");
        visitor.get("/camunda/app/tasklist/default/");

        assertThat(values("nittedal-owner"))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value).matches("(?s)[\\[{\"].*"))
                .anySatisfy(value -> assertThat(value).contains("\"user\":\"nittedal-owner\""))
                .noneSatisfy(value -> assertThat(value).contains(Visitor.PASSWORD));

        plant("nittedal-owner", "{\"@class\":\"java.util.logging.FileHandler\"}");
        assertThat(visitor.isIn()).isFalse();
        plant("nittedal-owner", "\u00ac\u00ed\u0000\u0005sr");
        assertThat(visitor.isIn()).isFalse();
    }

    private int sessions() {
        return jdbc.sql("select count(*) from login_session")
                .query(Integer.class)
                .single();
    }

    private int rows(String user) {
        return jdbc.sql("select count(*) from login_session where principal_name = ?")
                .param(user)
                .query(Integer.class)
                .single();
    }

    private List<String> values(String user) {
        return jdbc.sql("select attribute_bytes from login_session_attributes where session_primary_id in"
                        + " (select primary_id from login_session where principal_name = ?)")
                .param(user)
                .query((row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list();
    }

    private void loggedInEarlier(String user, Duration earlier) {
        String login = login(user);
        long at = Long.parseLong(login.replaceAll(".*\"at\":(\\d+).*", "$1"));
        plant(user, login.replace("\"at\":" + at, "\"at\":" + (at - earlier.toMillis())));
    }

    private String login(String user) {
        return values(user).stream()
                .filter(value -> value.contains("\"at\":"))
                .findFirst()
                .orElseThrow();
    }

    private void plant(String user, String value) {
        int planted = jdbc.sql("update login_session_attributes set attribute_bytes = ? where attribute_name = 'login'"
                        + " and session_primary_id in (select primary_id from login_session where principal_name = ?)")
                .params(value.getBytes(StandardCharsets.UTF_8), user)
                .update();
        assertThat(planted).isEqualTo(1);
    }

    private void idleSince(String user, Duration idle) {
        long then = System.currentTimeMillis() - idle.toMillis();
        jdbc.sql("update login_session set last_access_time = ?, expiry_time = ? where principal_name = ?")
                .params(then, then + Duration.ofMinutes(30).toMillis(), user)
                .update();
    }
}
