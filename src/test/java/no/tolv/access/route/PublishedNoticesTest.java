package no.tolv.access.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.PackageVersion;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.catalina.util.ServerInfo;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The holes the vendor and others have published, tried over HTTP; each test bears the name of its notice. */
@OpenHouse
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("Kjente hull i Camunda 7.24.0 er lukket ved døra")
class PublishedNoticesTest {

    private static final String WRONG = "feil-passord-12";
    private static final String TEACHER = "midtstuen-contact-teacher";
    private static final String WEB_API = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    FilterService filters;

    private Caller anybody;
    private Caller teacher;
    private Caller admin;

    @BeforeEach
    void call() {
        anybody = Caller.nobody(port);
        teacher = Caller.program(port, TEACHER);
        admin = Caller.program(port, "admin");
    }

    @Test
    @DisplayName("CVE-2026-109432: uttrykk i orQueries")
    void cve2026_109432() {
        String hidden = "{\"orQueries\":[{\"assigneeExpression\":\"${''.getClass().forName('java.lang.Runtime')}\"}]}";
        for (Caller caller : List.of(teacher, admin)) {
            assertThat(caller.post("/engine-rest/task", hidden).statusCode()).isEqualTo(400);
            assertThat(caller.post("/engine-rest/task/count", hidden).statusCode())
                    .isEqualTo(400);
        }
        assertThat(Caller.browser(port, TEACHER).post(WEB_API + "/task", hidden).statusCode())
                .isEqualTo(400);
        assertThat(anybody.post("/engine-rest/task", hidden).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("CVE-2026-77226: en administrator laget uten innlogging")
    void cve2026_77226() {
        String user = "{\"profile\":{\"id\":\"inntrenger\",\"firstName\":\"I\",\"lastName\":\"T\"},"
                + "\"credentials\":{\"password\":\"inntrenger-12\"}}";
        String setup = "/camunda/api/admin/setup/default/user/create";
        assertThat(anybody.post(setup, user).statusCode()).isEqualTo(401);
        assertThat(Caller.browser(port, "admin").post(setup, user).statusCode()).isEqualTo(404);
        assertThat(Caller.browser(port, "admin")
                        .get("/camunda/app/admin/default/setup/")
                        .statusCode())
                .isEqualTo(404);
        assertThat(identity.createUserQuery().userId("inntrenger").count()).isZero();
    }

    @Test
    @DisplayName("Filteret i webapplikasjonene slipper inn på veier det ikke kjenner")
    void webAppFilterFailsOpen() {
        List<String> unknownToTheFilter = List.of(
                "/camunda/api/welcome/plugin/x", "/camunda/api/admin/x", "/camunda/api/cockpit/x", "/camunda/api/x");
        for (String path : unknownToTheFilter) {
            assertThat(anybody.get(path).statusCode()).as(path).isEqualTo(401);
            assertThat(Caller.browser(port, TEACHER).get(path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        for (String path : List.of("/camunda/api/engine/engine/", "/camunda/api/admin/auth/user/default")) {
            assertThat(anybody.get(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("Sikkerhetspolitikken bygger på en engangskode alle deler")
    void contentPolicyNonce() {
        for (String who : List.of(TEACHER, "midtstuen-principal")) {
            HttpResponse<String> page = Caller.browser(port, who).get("/camunda/app/tasklist/default/");
            assertThat(page.body()).doesNotContain("nonce=");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .doesNotContain("nonce", "strict-dynamic", "unsafe-eval", "https:")
                    .doesNotContainPattern("script-src[^;]*unsafe-inline");
        }
    }

    @Test
    @DisplayName("engine-rest er åpen når ingen har lukket den")
    void engineRestOpenByDefault() {
        for (String path :
                List.of("", "/", "/engine", "/user", "/task", "/version", "/deployment", "/engine/default/user")) {
            assertThat(anybody.get("/engine-rest" + path).statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("Uttrykk i lagrede filtre")
    void storedFilterExpressions() {
        long before = filters.createFilterQuery().count();
        String filter = "{\"resourceType\":\"Task\",\"name\":\"Inn\",\"properties\":{},"
                + "\"query\":{\"orQueries\":[{\"candidateUserExpression\":\"${''.getClass()}\"}]}}";
        assertThat(admin.post("/engine-rest/filter/create", filter).statusCode())
                .isEqualTo(400);
        assertThat(teacher.post("/engine-rest/filter/create", filter).statusCode())
                .isEqualTo(403);
        assertThat(filters.createFilterQuery().count()).isEqualTo(before);
    }

    @Test
    @DisplayName("Varsel 1, 2 og 25: Java-objekter som pakkes ut")
    void notices1And2And25() {
        String object = "{\"value\":\"rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==\",\"type\":\"Object\",\"valueInfo\":"
                + "{\"objectTypeName\":\"java.util.HashMap\","
                + "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}";
        long before = runtime.createProcessInstanceQuery().count();
        String form = "{\"variables\":{\"whatHappened\":" + object + "}}";
        assertThat(teacher.post("/engine-rest/process-definition/key/activityDuty/submit-form", form)
                        .statusCode())
                .isEqualTo(400);
        assertThat(teacher.post("/engine-rest/process-definition/key/activityDuty/start", form)
                        .statusCode())
                .isEqualTo(400);
        assertThat(teacher.send("PUT", "/engine-rest/process-instance/x/variables/x", "application/json", object)
                        .statusCode())
                .isEqualTo(404);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
    }

    @Test
    @DisplayName("Varsel 12 og 22: forfalskede forespørsler fra en annen side")
    void notices12And22() {
        Caller loggedIn = Caller.browser(port, TEACHER);
        String[] forged = {"X-XSRF-TOKEN", "gjettet"};
        for (String path : List.of("/engine-rest/task/x/claim", "/engine-rest/task/x/complete")) {
            assertThat(loggedIn.send("POST", path, "application/json", "{}", "Origin", "https://annen.invalid")
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        for (String path : List.of("/task", "/task/x/claim")) {
            Caller again = Caller.browser(port, TEACHER);
            HttpResponse<String> refusal = again.send("POST", WEB_API + path, "application/json", "{}", forged);
            assertThat(refusal.statusCode()).as(path).isEqualTo(403);
            assertThat(Caller.json(refusal).path("detail").asText()).contains("Last siden på nytt");
        }
    }

    @Test
    @DisplayName("Varsel 20: låsemeldingen røper hvem som finnes")
    void notice20() {
        HttpResponse<String> unknown = wrongPassword("finnes-ikke");
        for (int attempt = 0; attempt < 5; attempt++) {
            HttpResponse<String> known = wrongPassword("aune-office");
            assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(401);
            assertThat(known.body()).isEqualTo(unknown.body());
        }
    }

    private HttpResponse<String> wrongPassword(String user) {
        String pair = java.util.Base64.getEncoder().encodeToString((user + ":" + WRONG).getBytes());
        return anybody.send("GET", "/engine-rest/task", null, null, "Authorization", "Basic " + pair);
    }

    @Test
    @DisplayName("Varsel 34: ENTITY i et diagram")
    void notice34() {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">"
                + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
                + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"x\">"
                + "<process id=\"x\" name=\"&d;&e;\" isExecutable=\"true\"/></definitions>";
        long before = repository.createDeploymentQuery().count();
        Instant start = Instant.now();
        assertThat(deploy("bomb.bpmn", bomb).statusCode()).isBetween(400, 499);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    private HttpResponse<String> deploy(String name, String content) {
        String body = "--kant\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nx\r\n"
                + "--kant\r\nContent-Disposition: form-data; name=\"data\"; filename=\"" + name + "\"\r\n\r\n" + content
                + "\r\n--kant--\r\n";
        return admin.send("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=kant", body);
    }

    @Test
    @DisplayName("Varsel 60, 75 og 77: H2-konsollet")
    void notices60And75And77() {
        for (String path : List.of("/h2-console", "/h2-console/", "/h2-console/login.do", "/h2", "/console")) {
            assertThat(admin.get(path).statusCode()).as(path).isIn(302, 404);
            assertThat(Caller.browser(port, "admin").get(path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    @DisplayName("Varsel 83 og 99: hemmeligheter i loggen")
    void notices83And99(CapturedOutput log) {
        LoggerFactory.getLogger(getClass()).warn("The log is read");
        Caller.browser(port, TEACHER);
        assertThat(wrongPassword(TEACHER).statusCode()).isEqualTo(401);
        assertThat(Caller.program(port, "hagen-nurse").get("/engine-rest/task").statusCode())
                .isEqualTo(200);
        admin.post("/engine-rest/identity/verify", "{\"username\":\"admin\",\"password\":\"" + WRONG + "\"}");
        deploy("bomb.bpmn", WRONG);
        assertThat(log.getAll())
                .contains("The log is read")
                .doesNotContain(WRONG, Caller.PASSWORD, "argon2id$", "Basic ");
    }

    @Test
    @DisplayName("Varsel 91: ut av mappen med ..")
    void notice91() {
        Caller principal = Caller.browser(port, "midtstuen-principal");
        String folder = "/camunda/api/cockpit/plugin/cockpitPlugins/static/app/";
        assertThat(principal.get(folder + "plugin.js").statusCode()).isEqualTo(200);
        for (String out : List.of("../../../application.yaml", "..%2f..%2fapplication.yaml", "%2e%2e/x", "..%5cx")) {
            assertThat(principal.get(folder + out).statusCode()).as(out).isEqualTo(400);
        }
        assertThat(principal
                        .get("/camunda/api/cockpit/plugin/cockpitPlugins/static/application.yaml")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("Varsel 123, 124 og 129: skript i tekst, i AngularJS, Bootstrap og DOMPurify")
    void notices123And124And129() {
        HttpResponse<String> page = Caller.browser(port, TEACHER).get("/camunda/app/tasklist/default/");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .containsPattern("default-src 'none'; script-src 'self' 'sha256-[^']+';")
                .contains("connect-src 'self'", "form-action 'self'");
    }

    @Test
    @DisplayName("Varsel 150, 154 og 156: Tomcat og Jackson med kjente hull")
    void notices150And154And156() {
        assertThat(ServerInfo.getServerNumber()).satisfies(version -> atLeast(version, 10, 1, 61));
        assertThat(PackageVersion.VERSION.toString()).satisfies(version -> atLeast(version, 2, 21, 8));
    }

    private static void atLeast(String version, int... least) {
        String[] parts = version.split("\\.");
        for (int i = 0; i < least.length; i++) {
            int part = Integer.parseInt(parts[i]);
            if (part != least[i]) {
                assertThat(part).as(version).isGreaterThan(least[i]);
                return;
            }
        }
    }
}
