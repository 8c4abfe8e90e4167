package no.tolv.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:door;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "TOLV_DEMO_PASSWORD=prove-passord-12",
            "tolv.diagrams=classpath:engine-test/"
        })
@DisplayName("Det er én dør")
class DoorTest {

    private static final String TEACHER = "midtstuen-contact-teacher";
    private static final String PASSWORD = "prove-passord-12";

    @LocalServerPort
    int port;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @Test
    @DisplayName("uten innlogging slipper ingen inn, og et program får aldri en omvisning")
    void shutsTheDoor() throws Exception {
        for (String path : List.of(
                "/engine-rest/task",
                "/engine-rest/engine",
                "/engine-rest",
                "/api/cases/X",
                "/api/reports",
                "/camunda/api/engine/engine/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/setup/default/user/create")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(401);
        }
        for (String path : List.of("/", "/camunda/app/tasklist/default/", "/actuator/env", "/finnes-ikke")) {
            assertThat(get(path).headers().firstValue("location"))
                    .as(path)
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        }
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(get("/login").body()).contains("lang=\"nb\"", "Brukernavn", "Passord");
        for (String path :
                List.of("/engine-rest;x/task", "//engine-rest/task", "/engine-rest/%2e%2e/engine-rest/task")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(400);
        }
    }

    @Test
    @DisplayName("feil passord gir 401 og en norsk setning")
    void refusesWrongPassword() throws Exception {
        HttpResponse<String> answer = send(basic("midtstuen-office", "feil").uri(uri("/engine-rest/task")));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Du må logge inn");
    }

    @Test
    @DisplayName("klokka er bare for den som styrer prosessene")
    void keepsTheClock() throws Exception {
        HttpResponse<String> answer = send(basic(TEACHER, PASSWORD)
                .uri(uri("/api/clock"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"advance\":\"PT1H\"}")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Du har ikke tilgang til dette.");
    }

    @Test
    @DisplayName("den som ikke har oppgaver, kommer til Cockpit og ikke til en lukket side")
    void leadsToCockpit() throws Exception {
        logIn("admin", PASSWORD);
        String start = get("/").headers().firstValue("location").orElseThrow();
        assertThat(start).endsWith("/camunda/app/cockpit/default/");
        assertThat(get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("innloggingssiden åpner Tasklist, og en økt må bevise hva den endrer")
    void logsIn() throws Exception {
        assertThat(logIn("midtstuen-nurse", "feil")
                        .headers()
                        .firstValue("location")
                        .orElseThrow())
                .endsWith("/login?error");
        assertThat(get("/login?error").body()).contains("Feil brukernavn eller passord.");
        assertThat(logIn(TEACHER, PASSWORD).headers().firstValue("location").orElseThrow())
                .endsWith("/");
        assertThat(get("/").headers().firstValue("location").orElseThrow()).endsWith("/camunda/app/tasklist/default/");
        assertThat(get("/camunda/app/tasklist/default/").headers().firstValue("location"))
                .isEmpty();
        assertThat(get("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(200);
        assertThat(get("/camunda/api/admin/auth/user/default").body())
                .contains(TEACHER)
                .contains("tasklist");
        assertThat(get("/engine-rest/task").statusCode()).isEqualTo(200);
        HttpRequest.Builder forged = HttpRequest.newBuilder(uri("/engine-rest/task/x/complete"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        assertThat(send(forged).statusCode()).isEqualTo(403);
        assertThat(get("/camunda/api/admin/setup/default/user/create").statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("alarmene er for administratoren, med økt eller med passord")
    void alarms() throws Exception {
        String alarms = "/actuator/health/operations";
        assertThat(get(alarms).statusCode()).isEqualTo(401);
        assertThat(send(basic("admin", PASSWORD).uri(uri(alarms))).body()).contains("\"components\"");
        logIn("admin", PASSWORD);
        assertThat(get(alarms).body()).contains("\"components\"");
        assertThat(get("/actuator/health").body()).doesNotContain("components");
    }

    @Test
    @DisplayName("en nettleser får feil på norsk, og et program får dem som problem")
    void tellsWhatIsWrong() throws Exception {
        HttpResponse<String> page = send(asPage(basic(TEACHER, PASSWORD)).uri(uri("/api/finnes-ikke")));
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("lang=\"nb\"", "Siden finnes ikke").doesNotContain("finnes-ikke", "Exception");
        HttpResponse<String> problem = send(basic(TEACHER, PASSWORD).uri(uri("/api/finnes-ikke")));
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("content-type").orElseThrow()).contains("application/problem+json");
        assertThat(problem.body())
                .contains("Det finnes ikke noe på denne adressen")
                .doesNotContain("No static");
        logIn(TEACHER, PASSWORD);
        HttpResponse<String> missing = send(asPage(HttpRequest.newBuilder(uri("/finnes-ikke"))));
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("lang=\"nb\"", "Siden finnes ikke");
        HttpResponse<String> denied = send(asPage(HttpRequest.newBuilder(uri("/actuator/env"))));
        assertThat(denied.statusCode()).isEqualTo(404);
        assertThat(denied.body()).contains("lang=\"nb\"", "Siden finnes ikke");
        HttpResponse<String> others = send(asPage(HttpRequest.newBuilder(uri("/camunda/app/cockpit/default/"))));
        assertThat(others.statusCode()).isEqualTo(403);
        assertThat(others.body()).contains("lang=\"nb\"", "Ingen tilgang");
    }

    private static HttpRequest.Builder asPage(HttpRequest.Builder request) {
        return request.header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    @Test
    @DisplayName("å logge ut inne i Tasklist avslutter økten")
    void logsOutInTasklist() throws Exception {
        logIn(TEACHER, PASSWORD);
        get("/camunda/app/tasklist/default/");
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .getValue();
        HttpResponse<String> out = send(HttpRequest.newBuilder(uri("/camunda/api/admin/auth/user/default/logout"))
                .header("X-XSRF-TOKEN", token)
                .POST(BodyPublishers.noBody()));
        assertThat(out.statusCode()).isLessThan(300);
        assertThat(get("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> logIn(String user, String password) throws Exception {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(get("/login").body());
        assertThat(token.find()).isTrue();
        return send(HttpRequest.newBuilder(uri("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "username=" + user + "&password=" + password + "&_csrf=" + token.group(1))));
    }

    private static HttpRequest.Builder basic(String user, String password) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
        return HttpRequest.newBuilder().header("Authorization", "Basic " + pair);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
