package no.tolv.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
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
            "spring.datasource.url=jdbc:h2:mem:tls;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "TOLV_DEMO_PASSWORD=prove-passord-12",
            "tolv.diagrams=classpath:engine-test/",
            "tolv.login.failures-per-account=100000",
            "tolv.login.failures-per-address=100000"
        })
@DirtiesContext
@DisplayName("Over TLS")
class TlsIT {

    private static final String STORE_PASSWORD = "prove-lager";
    private static Path store;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void key(DynamicPropertyRegistry settings) throws Exception {
        store = Files.createTempDirectory(Path.of("target"), "tls").resolve("key.p12");
        int made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "tolv",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        STORE_PASSWORD,
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(made).isZero();
        settings.add("server.ssl.key-store", () -> "file:" + store);
        settings.add("server.ssl.key-store-password", () -> STORE_PASSWORD);
    }

    @Test
    @DisplayName("kapslene har navnet som bare denne tjeneren kan sette, og bare over TLS")
    void hostCookies() throws Exception {
        Visitor visitor = visitor();
        HttpResponse<String> login = visitor.logIn("midtstuen-teacher", Visitor.PASSWORD);

        assertThat(visitor.isIn()).isTrue();
        assertThat(login.headers().allValues("set-cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-tolv=")
                        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                        .doesNotContain("Domain"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-tolv-device="))
                .allSatisfy(cookie -> assertThat(cookie).startsWith("__Host-").contains("; Secure"));
        assertThat(visitor().with("tolv", visitor.cookie("__Host-tolv")).isIn()).isFalse();
    }

    @Test
    @DisplayName("hvert svar sier at nettleseren aldri skal komme tilbake uten, også når svaret er nei")
    void staysOnTls() throws Exception {
        Visitor visitor = visitor();
        for (String path : List.of("/login", "/meld", "/engine-rest/task", "/api/cases/X", "/finnes-ikke")) {
            assertThat(visitor.get(path).headers().allValues("Strict-Transport-Security"))
                    .as(path)
                    .containsExactly("max-age=31536000");
        }
    }

    @Test
    @DisplayName("et ukjent brukernavn svarer likt og like sent som et kjent")
    void unknownUsers() throws Exception {
        Visitor visitor = visitor();
        String token = visitor.token("/login");
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int sample = 0; sample < 110; sample++) {
            known.add(guess(visitor, token, "midtstuen-principal"));
            unknown.add(guess(visitor, token, "midtstuen-nobody-" + sample));
        }

        double ratio = (double) median(unknown) / median(known);
        System.out.printf("Unknown user / known user, median of 100 logins each: %.3f%n", ratio);
        assertThat(ratio).isBetween(0.7, 1.4);
    }

    private static long guess(Visitor visitor, String token, String user) {
        long before = System.nanoTime();
        HttpResponse<String> answer = visitor.post("/login", "username=" + user + "&password=feil", token);
        long time = System.nanoTime() - before;
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location").orElseThrow()).endsWith("/login?error");
        assertThat(answer.headers().map().keySet()).doesNotContain("set-cookie");
        return time;
    }

    /** Without the first ten, while the machine warms up. */
    private static long median(List<Long> times) {
        List<Long> sorted = times.subList(10, times.size()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private Visitor visitor() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            trusted.load(file, STORE_PASSWORD.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return new Visitor("https://localhost:" + port, client -> client.sslContext(tls));
    }
}
