package no.tolv.access.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayName("Vaktene på veien inn slipper gjennom det rette, og stanser resten før noen har lest det")
class GuardsTest {

    private static final String EXPRESSION = "{\"assigneeExpression\":\"${currentUser()}\"}";

    private final RequestGuard guard = new RequestGuard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "[{\"name\":\"a\"}]",
                "{\"name\":\"expression\"}",
                "{\"expressionOf\":\"x\"}",
                "{\"assigneeExpression\":null}",
                "{\"variables\":null}",
                "{\"variables\":[null]}",
                "{\"variables\":{\"a\":{\"value\":null}}}",
                "{\"other\":{\"a\":null}}"
            })
    @DisplayName("et vanlig innhold kommer fram som det ble sendt")
    void passes(String body) throws Exception {
        assertThat(passed("POST", "/engine-rest/task", body)).isEqualTo(body);
    }

    @Test
    @DisplayName("filer som legges ut, er ikke JSON og kommer fram som de er")
    void deployments() throws Exception {
        assertThat(passed("POST", "/engine-rest/deployment/create", "--kant")).isEqualTo("--kant");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"POST, /engine-rest/filter/create", "POST, /engine-rest/filter/create/", "PUT,  /engine-rest/filter/x"})
    @DisplayName("et kjent uttrykk i en liste som lagres, og i ingenting annet")
    void keptFilters(String method, String path) throws Exception {
        assertThat(passed(method, path, EXPRESSION)).isEqualTo(EXPRESSION);
        assertThat(refusal(method, path, EXPRESSION.replace("currentUser()", "1")))
                .contains("En lagret liste kan bare bruke ${currentUser()}", "«assigneeExpression»");
        assertRefused(method, path, "{\"assigneeExpression\":1}", 400);
        assertRefused("POST", "/engine-rest/filter/x/list", EXPRESSION, 400);
        assertThat(refusal("POST", "/engine-rest/task", EXPRESSION))
                .contains("Uttrykk kan ikke brukes i et søk.", "«assigneeExpression»");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"variables\":{\"a\":null}}", "{\"x\":[{\"correlationKeys\":{\"b\":{},\"a\":null}}]}"})
    @DisplayName("en variabel som ikke er noe, sier vi fra om ved navn")
    void withoutValue(String body) throws Exception {
        assertThat(refusal("POST", "/engine-rest/message", body)).contains("«a» har ingen verdi.");
    }

    @ParameterizedTest
    @CsvSource({"HEAD, GET", "GET, GET", "POST, POST"})
    @DisplayName("den som bare vil ha hodet, spør motoren om alt")
    void head(String method, String passedOn) throws Exception {
        MockFilterChain chain = new MockFilterChain();
        guard.doFilter(request(method, "/engine-rest/task", ""), new MockHttpServletResponse(), chain);
        assertThat(((HttpServletRequest) chain.getRequest()).getMethod()).isEqualTo(passedOn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"x\"", "1", " ", "{\"a\":", "{} x"})
    @DisplayName("et innhold som ikke kan leses, kommer ikke videre")
    void unreadable(String body) throws Exception {
        assertRefused("POST", "/engine-rest/task", body, 400);
    }

    @Test
    @DisplayName("to kilobyte går gjennom, en byte mer gjør ikke det")
    void longest() throws Exception {
        BodyLimit limit = new BodyLimit(2);
        MockFilterChain chain = new MockFilterChain();
        limit.doFilter(request("POST", "/api/x", "x".repeat(2048)), new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest().getInputStream().readAllBytes()).hasSize(2048);
        MockHttpServletResponse refusal = through(limit, request("POST", "/api/x", "x".repeat(2049)));
        assertThat(refusal.getStatus()).isEqualTo(413);
        assertThat(refusal.getContentAsString(StandardCharsets.UTF_8)).contains("opptil 2 kilobyte.");
    }

    @Test
    @DisplayName("førti nivåer går gjennom, ett mer gjør ikke det")
    void deepest() throws Exception {
        assertThat(deep(40))
                .satisfies(body ->
                        assertThat(passed("POST", "/engine-rest/task", body)).isEqualTo(body));
        assertRefused("POST", "/engine-rest/task", deep(41), 400);
    }

    private static String deep(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "name=x,                       200",
        "nameLike=expression,          200",
        "assigneeExpression=x,         400",
        "a=b&assigneeExpression,       400",
        "a=b&assignee%45xpression=x,   400",
        "%zz=x,                        400",
        "x=%,                          400",
        "x=%C3%A5=expression,          200"
    })
    @DisplayName("adressens spørsmål leses på samme måte")
    void query(String query, int status) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/engine-rest/task");
        request.setQueryString(query);
        assertThat(through(guard, request).getStatus()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "/engine-rest/task,        200",
        "/engine-rest/task/%C3%A5, 200",
        "/engine-rest/a%20b,       200",
        "/engine-rest;x/task,      400",
        "/engine-rest//task,       400",
        "/engine-rest/../job,      400",
        "/engine-rest/task/..,     400",
        "/engine-rest/%2e%2e/job,  400",
        "/engine-rest/task%00,     400",
        "/engine-rest/%zz,         400"
    })
    @DisplayName("en adresse har én stavemåte")
    void straightPaths(String path, int status) throws Exception {
        MockHttpServletResponse response = through(new StraightPaths(), new MockHttpServletRequest("GET", path));
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8).contains("Adressen er ikke gyldig."))
                .isEqualTo(status == 400);
    }

    @Test
    @DisplayName("innholdet kan leses om igjen, tegn for tegn og i stykker, og aldri uten å bli ferdig")
    void readsAgain() throws Exception {
        ReadRequest request = new ReadRequest(new MockHttpServletRequest(), "æ1".getBytes(StandardCharsets.UTF_8));
        assertThat(request.getReader().readLine()).isEqualTo("æ1");
        var stream = request.getInputStream();
        assertThat(stream.isReady()).isTrue();
        assertThat(stream.isFinished()).isFalse();
        assertThat(stream.read()).isEqualTo(0xC3);
        assertThat(stream.read(new byte[8], 0, 8)).isEqualTo(2);
        assertThat(stream.isFinished()).isTrue();
        assertThat(stream.read()).isEqualTo(-1);
        assertThatThrownBy(() -> stream.setReadListener(null)).isInstanceOf(UnsupportedOperationException.class);
    }

    private String passed(String method, String path, String body) throws IOException, ServletException {
        MockFilterChain chain = new MockFilterChain();
        MockHttpServletResponse response = new MockHttpServletResponse();
        guard.doFilter(request(method, path, body), response, chain);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        return new String(chain.getRequest().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void assertRefused(String method, String path, String body, int status) throws Exception {
        assertThat(refusal(method, path, body)).contains("\"status\":" + status);
    }

    private String refusal(String method, String path, String body) throws Exception {
        MockHttpServletResponse response = through(guard, request(method, path, body));
        assertThat(response.getStatus()).isBetween(400, 499);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequest request(String method, String path, String body) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static MockHttpServletResponse through(Filter filter, MockHttpServletRequest request)
            throws IOException, ServletException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        filter.doFilter(request, response, chain);
        assertThat(chain.getRequest() == null).isEqualTo(response.getStatus() >= 400);
        return response;
    }
}
