package no.tolv.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
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
@DisplayName("Den som gjetter passord, kommer ingen vei")
class PasswordLoginTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdentityService identities;

    @Test
    @DisplayName("gjetning stanses for kontoen, men ikke for eieren på sin egen maskin")
    void strangersGuesses() {
        String user = "trosterud-principal";
        Visitor owner = new Visitor(port).in(user);
        owner.logOut("");
        Visitor stranger = new Visitor(port);
        for (int guess = 0; guess < 12; guess++) {
            assertThat(stranger.logIn(user, "gjetning-" + guess)
                            .headers()
                            .firstValue("location")
                            .orElseThrow())
                    .endsWith("/login?error");
        }

        stranger.logIn(user, Visitor.PASSWORD);
        assertThat(stranger.isIn()).isFalse();
        owner.logIn(user, Visitor.PASSWORD);
        assertThat(owner.isIn()).isTrue();
        assertThat(locked(user)).isZero();
    }

    @Test
    @DisplayName("en maskin en annen har brukt, teller ikke som ens egen")
    void othersDevice() {
        Visitor stranger = new Visitor(port).in("hjellestad-nurse");
        stranger.logOut("");
        for (int guess = 0; guess < 11; guess++) {
            stranger.logIn("hjellestad-principal", "gjetning-" + guess);
        }

        stranger.logIn("hjellestad-principal", Visitor.PASSWORD);
        assertThat(stranger.isIn()).isFalse();
        assertThat(new Visitor(port).in("hjellestad-nurse").isIn()).isTrue();
    }

    @Test
    @DisplayName("et program med passord i hvert kall er inne så lenge kontoen har passordet, og ikke ett kall lenger")
    void programs() throws Exception {
        String user = "hjellestad-teacher";
        assertThat(basic(user)).isEqualTo(200);
        assertThat(basic(user)).isEqualTo(200);
        String hash = hash(user);
        assertThat(jdbc.sql("select count(*) from login_session where principal_name = ?")
                        .param(user)
                        .query(Integer.class)
                        .single())
                .isZero();

        jdbc.sql("update act_id_user set pwd_ = '{SHA-512}x' where id_ = ?")
                .param(user)
                .update();
        assertThat(basic(user)).isEqualTo(401);
        jdbc.sql("update act_id_user set pwd_ = ? where id_ = ?")
                .params(hash, user)
                .update();
        assertThat(basic(user)).isEqualTo(200);
        identities.deleteUser(user);
        assertThat(basic(user)).isEqualTo(401);
    }

    @Test
    @DisplayName("passord ligger som Argon2id, og demobrukerne deler ett")
    void argon2() {
        assertThat(hash("oslo-monitor")).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hash("oslo-monitor")).isEqualTo(hash("oslo-owner-adviser"));
    }

    private int basic(String user) throws Exception {
        String pair = Base64.getEncoder().encodeToString((user + ":" + Visitor.PASSWORD).getBytes());
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest/task/count"))
                                .header("Authorization", "Basic " + pair)
                                .build(),
                        BodyHandlers.discarding());
        return answer.statusCode();
    }

    private String hash(String user) {
        return jdbc.sql("select pwd_ from act_id_user where id_ = ?")
                .param(user)
                .query(String.class)
                .single();
    }

    private int locked(String user) {
        return jdbc.sql(
                        "select count(*) from act_id_user where id_ = ? and (lock_exp_time_ is not null or attempts_ > 0)")
                .param(user)
                .query(Integer.class)
                .single();
    }
}
