package no.tolv.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page for those without a login, as a browser without JavaScript meets it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:page;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "TOLV_DEMO_PASSWORD=prove-passord-12",
            "tolv.outbox.folder=target/page-outbox"
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("Meldingssiden")
class PublicPageTest {

    private static final Pattern KEY = Pattern.compile("name=\"skjema\" value=\"([0-9a-f]{32})\"");
    private static final Pattern CODE = Pattern.compile("(?:[0-9a-f]{4}-){7}[0-9a-f]{4}");

    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    CaseFiles cases;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Order(1)
    @DisplayName("kan leses av alle, lagres ikke og setter ingen informasjonskapsel")
    void isOpen() throws Exception {
        HttpResponse<String> page = get("/meld");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .contains("Midtstuen skole", "Pikhaugen barnehage", "116 111", "Forlat siden")
                .doesNotContain("<option value=\"oslo\"", "Hvitveis");
        assertThat(get("/meld?sprak=nn").body()).contains("lang=\"nn\"", "Kva har skjedd?");
        assertThat(get("/meld?sted=aune").body()).contains("value=\"aune\" selected");
        assertThat(get("/meld/noe").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(2)
    @DisplayName("tar imot, sender videre, og viser koden én gang")
    void takesAReport() throws Exception {
        int before = cases.openCasesAt("hagen").size();
        HttpResponse<String> sent = post("/meld", fields("hagen", key()));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().allValues("Set-Cookie")).isEmpty();
        String next = sent.headers().firstValue("Location").orElseThrow();
        String code = code(get(next));
        assertThat(next).doesNotContain(code, code.replace("-", ""));
        assertThat(code(get(next))).isNull();
        assertThat(cases.openCasesAt("hagen")).hasSize(before + 1);
        assertThat(post("/meld/kvittering", Map.of("kode", code.replace("-", " ")))
                        .body())
                .contains("Meldingen er mottatt.");
        cases.setStatus(cases.openCasesAt("hagen").get(0).caseNumber(), CaseFile.Status.PLANNED);
        assertThat(post("/meld/kvittering", Map.of("kode", code, "sprak", "nn")).body())
                .contains("Nokon arbeider med saka.");
        cases.setStatus(cases.openCasesAt("hagen").get(0).caseNumber(), CaseFile.Status.CLOSED);
        assertThat(post("/meld/kvittering", Map.of("kode", code)).body()).contains("Saken er avsluttet.");
        assertThat(jdbc.sql("select salt, form_hash from report_sent")
                        .query()
                        .listOfRows()
                        .toString())
                .doesNotContain(code.replace("-", ""));
    }

    @Test
    @Order(3)
    @DisplayName("viser alle feil med lenke til feltet, og det som er skrevet, står der – som tekst")
    void keepsWhatIsTyped() throws Exception {
        Map<String, String> fields = fields("", key());
        fields.put("whatHappened", "<script>alert('Kanin')</script> & \"mer\"");
        fields.put("pupilDescription", "");
        fields.put("happenedOn", "2999-01-01");
        HttpResponse<String> page = post("/meld", fields);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.body())
                .contains("href=\"#unit\"", "href=\"#pupilDescription\"", "href=\"#happenedOn\"")
                .contains("&lt;script&gt;alert(&#39;Kanin&#39;)")
                .doesNotContain("<script>alert", "href=\"#whatHappened\"");
        fields.put("sprak", "nn");
        assertThat(post("/meld", fields).body()).contains("Meldinga er ikkje send enno");
    }

    @Test
    @Order(4)
    @DisplayName("sendt mange ganger på likt blir skjemaet én sak")
    void sentTwice() throws Exception {
        int before = cases.openCasesAt("trosterud").size();
        Map<String, String> form = fields("trosterud", key());
        List<HttpResponse<String>> answers = together(40, () -> post("/meld", form));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(303);
        assertThat(answers)
                .extracting(answer -> answer.headers().firstValue("Location"))
                .containsOnly(answers.get(0).headers().firstValue("Location"));
        assertThat(cases.openCasesAt("trosterud")).hasSize(before + 1);
        assertThat(code(get(location(answers.get(0))))).isNotNull();
        assertThat(code(get(location(post("/meld", form)))))
                .as("sent once more")
                .isNotNull();
        Map<String, String> broken = new HashMap<>(form);
        broken.put("whatHappened", "");
        HttpResponse<String> again = post("/meld", broken);
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(again.body()).doesNotContain("Elev Linerle");
        assertThat(code(get(location(again)))).as("an earlier attempt").isNull();
    }

    @Test
    @Order(5)
    @DisplayName("et skjult felt som er fylt ut, taper ikke meldingen: svaret er det samme, og rektor får se den")
    void trap() throws Exception {
        Map<String, String> form = fields("aune", key());
        form.put("nettside", "https://example.org");
        HttpResponse<String> sent = post("/meld", form);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(code(get(location(sent)))).isNotNull();
        form.put("skjema", key());
        assertThat(post("/meld", form).statusCode()).isEqualTo(303);
        assertThat(cases.openCasesAt("aune")).hasSize(1);
        assertThat(held()).isEqualTo(1);
    }

    @Test
    @Order(6)
    @DisplayName("tar ikke imot det et skjema ikke kan være")
    void limitsTheSize() throws Exception {
        assertThat(json("{\"whatHappened\":\"" + "a".repeat(64 * 1024) + "\"}").statusCode())
                .isEqualTo(413);
        assertThat(json("{\"a\":" + "[".repeat(50) + "]".repeat(50) + "}").statusCode())
                .isEqualTo(400);
        assertThat(json("[]").statusCode()).isEqualTo(400);
        assertThat(json("null").statusCode()).isEqualTo(400);
        for (String path : List.of("/meld", "/api/reports")) {
            assertThat(send(HttpRequest.newBuilder(uri(path))
                                    .header("Content-Type", "multipart/form-data; boundary=x")
                                    .POST(
                                            BodyPublishers.ofString(
                                                    "--x\r\nContent-Disposition: form-data; name=\"unit\"\r\n\r\nhagen\r\n--x--")))
                            .statusCode())
                    .isEqualTo(415);
        }
        Map<String, String> longest = fields("hjellestad", key());
        longest.put("whatHappened", "å".repeat(19_990) + "\r\n".repeat(10));
        assertThat(post("/meld", longest).statusCode()).isEqualTo(303);
        longest.put("skjema", key());
        longest.put("whatHappened", "å".repeat(50_000));
        assertThat(post("/meld", longest).statusCode()).isEqualTo(413);
    }

    @Test
    @Order(7)
    @DisplayName("hundre meldinger fra én adresse: alle tas imot, resten samles, og andre merker det ikke")
    void flood() throws Exception {
        int before = cases.openCasesAt("midtstuen").size();
        int sentBefore = receipts();
        int heldBefore = held();
        long quiet = staffWait();
        ExecutorService staff = Executors.newSingleThreadExecutor();
        Future<Long> busy = staff.submit(this::staffWait);
        long start = System.nanoTime();
        List<HttpResponse<String>> answers = together(100, () -> json("""
                {"unit":"midtstuen","whatHappened":"Noe skjedde.","pupilDescription":"Elev Linerle"}"""));
        System.out.printf("100 reports from one address: %d ms%n", (System.nanoTime() - start) / 1_000_000);
        System.out.printf("Staff wait %.1f times as long while they come%n", (double) busy.get() / quiet);
        staff.shutdown();
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(receipts() - sentBefore).isEqualTo(100);
        int opened = cases.openCasesAt("midtstuen").size() - before;
        assertThat(opened).isLessThanOrEqualTo(21);
        assertThat(held() - heldBefore).isEqualTo(100 - opened);
        assertThat(fromElsewhere()).startsWith("HTTP/1.1 201");
        assertThat(cases.openCasesAt("midtstuen")).hasSize(before + opened + 1);
    }

    @Test
    @Order(8)
    @DisplayName("svarer likt på alle koder som ikke finnes, og ikke på for mange av dem")
    void unknownCodes() throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(post("/meld/kvittering", Map.of("kode", i % 2 == 0 ? "tull" : "%032x".formatted(i))));
        }
        assertThat(answers.get(0).statusCode()).isEqualTo(200);
        assertThat(answers.get(0).body()).contains("Vi finner ingen melding").doesNotContain("tull");
        assertThat(answers.get(1).body()).isEqualTo(answers.get(0).body());
        assertThat(answers.get(19).statusCode()).isEqualTo(429);
        assertThat(answers.get(19).body()).contains("Vent et minutt");
    }

    @ParameterizedTest
    @Order(9)
    @ValueSource(strings = {"/meld", "/meld?sted=hagen"})
    @DisplayName("fører den som er logget inn, til skjemaet for ansatte")
    void leadsStaffOn(String path) throws Exception {
        HttpResponse<String> login = get("/login");
        String token = found(Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\""), login.body(), 1);
        String cookie = cookie(login);
        HttpResponse<String> in = send(HttpRequest.newBuilder(uri("/login"))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        form(Map.of("username", "hagen-teacher", "password", "prove-passord-12", "_csrf", token)))));
        HttpResponse<String> page = send(HttpRequest.newBuilder(uri(path)).header("Cookie", cookie(in)));
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElse(""))
                .contains("/camunda/app/tasklist/default/#/?processStart=activityDuty");
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(header -> HttpCookie.parse(header).get(0))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .reduce((a, b) -> a + "; " + b)
                .orElseThrow();
    }

    private static Map<String, String> fields(String unit, String key) {
        return new LinkedHashMap<>(Map.of(
                "unit", unit,
                "suspect", "pupil",
                "happenedOn", "",
                "pupilDescription", "Elev Linerle",
                "whatHappened", "En elev blir stengt ute.",
                "contact", "",
                "nettside", "",
                "sprak", "nb",
                "skjema", key));
    }

    private String key() throws Exception {
        return found(KEY, get("/meld").body(), 1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String code(HttpResponse<String> page) {
        return found(CODE, page.body(), 0);
    }

    private static String found(Pattern pattern, String text, int group) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(group) : null;
    }

    private int held() {
        return count("held_report");
    }

    private int receipts() {
        return count("report_receipt");
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    /** A report from another address of this machine. */
    private String fromElsewhere() throws IOException {
        String body = "{\"unit\":\"midtstuen\",\"whatHappened\":\"Noe annet.\",\"pupilDescription\":\"Elev Ask\"}";
        try (Socket socket = new Socket("127.0.0.1", port, InetAddress.getByName("127.0.0.9"), 0)) {
            socket.getOutputStream()
                    .write(("POST /api/reports HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: " + body.length()
                                    + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** How long somebody at a school waits for a list of tasks, as the median of some times. */
    private long staffWait() throws Exception {
        String login = Base64.getEncoder().encodeToString("midtstuen-principal:prove-passord-12".getBytes());
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            long start = System.nanoTime();
            HttpRequest.Builder tasks =
                    HttpRequest.newBuilder(uri("/engine-rest/task/count")).header("Authorization", "Basic " + login);
            assertThat(send(tasks).statusCode()).isEqualTo(200);
            waits.add(System.nanoTime() - start);
        }
        waits.sort(null);
        return waits.get(waits.size() / 2);
    }

    private static List<HttpResponse<String>> together(int times, Callable<HttpResponse<String>> request)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : threads.invokeAll(Collections.nCopies(times, request))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private HttpResponse<String> json(String body) throws Exception {
        return send(HttpRequest.newBuilder(uri("/api/reports"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields))));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .reduce((a, b) -> a + "&" + b)
                .orElse("");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return path.startsWith("http") ? URI.create(path) : URI.create("http://localhost:" + port + path);
    }
}
