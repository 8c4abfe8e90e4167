package no.tolv.access.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

@OpenHouse
@DisplayName("Hvert svar sier hva nettleseren kan gjøre med det")
class AnswerHeadersTest {

    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*src=)[^>]*>(.*?)</script>", Pattern.DOTALL);

    @LocalServerPort
    int port;

    @Autowired
    WebApplicationContext application;

    @Test
    @DisplayName("på hver vei, også når svaret er nei")
    void onEveryRoute() {
        Caller principal = Caller.browser(port, "midtstuen-principal");
        RunningRoutes.of(application).stream()
                .filter(route ->
                        route.method().equals("GET") && !route.path().matches(".*\\.(woff2?|ttf|eot|svg|png|otf)"))
                .filter(route -> !route.path().startsWith("/engine-rest/engine/{name}"))
                .forEach(route -> assertHeaders(route.called(), principal.get(route.called())));
        Stream.of("/finnes-ikke", "/engine-rest;x", "/api/cases/X", "/camunda/api/engine/engine/default/task", "/")
                .forEach(path -> assertHeaders(path, Caller.nobody(port).get(path)));
    }

    private static void assertHeaders(String path, HttpResponse<String> answer) {
        assertThat(one(answer, "Content-Security-Policy"))
                .as(path)
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-eval", "http:", "https:", "*", "nonce");
        assertThat(one(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(one(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(one(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(one(answer, "Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(one(answer, "Cache-Control")).as(path).isEqualTo(isFile(path) ? "no-cache" : "no-store");
        assertThat(answer.headers().allValues("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().allValues("Server")).isEmpty();
    }

    private static boolean isFile(String path) {
        return path.matches(".*\\.(js|css|json|txt|ico)")
                        && path.matches("/(assets|camunda)/.*")
                        && path.split("/").length > 3
                || path.equals("/camunda/favicon.ico")
                || path.startsWith("/assets/");
    }

    private static String one(HttpResponse<String> answer, String name) {
        List<String> values = answer.headers().allValues(name);
        assertThat(values).as(name + " on " + answer.uri()).hasSize(1);
        return values.get(0);
    }

    @ParameterizedTest
    @CsvSource({"tasklist, midtstuen-principal", "cockpit,  midtstuen-principal", "welcome,  midtstuen-principal"})
    @DisplayName("i webapplikasjonene kjører bare det ene skriptet i siden som er gjennomgått")
    void namesTheInlineScript(String app, String who) throws Exception {
        HttpResponse<String> page = Caller.browser(port, who).get("/camunda/app/" + app + "/default/");
        assertThat(page.statusCode()).isEqualTo(200);
        List<String> scripts = INLINE_SCRIPT
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(scripts).hasSize(1);
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(scripts.get(0).getBytes(StandardCharsets.UTF_8));
        assertThat(one(page, "Content-Security-Policy"))
                .contains("script-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(digest) + "';");
    }

    @Test
    @DisplayName("bak TLS skal nettleseren aldri komme tilbake uten")
    void staysOnTls() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setSecure(true);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new AnswerHeaders().doFilter(request, response, new MockFilterChain());
        assertThat(response.getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }
}
