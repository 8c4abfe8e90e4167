package no.tolv.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.tolv.scenario.Answers;

/** Somebody logged in to the web apps: a password is checked once, so that what is measured is not its hash. */
class SignedIn {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(jar).build();
    private final String address;

    SignedIn(int port, String user) {
        address = "http://localhost:" + port;
        Matcher proof = PROOF.matcher(send(request("/login").GET()).body());
        assertThat(proof.find()).isTrue();
        String form = "username=%s&password=prove-passord-12&_csrf=%s".formatted(user, proof.group(1));
        send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        assertThat(send(request("/camunda/api/engine/engine").GET()).statusCode())
                .isEqualTo(200);
    }

    static String variables(Answers answers) {
        Map<String, Object> typed = new LinkedHashMap<>();
        answers.fields().forEach((name, value) -> typed.put(name, Map.of("value", value)));
        return JSON.valueToTree(Map.of("variables", typed)).toString();
    }

    JsonNode get(String path) {
        return answer(request(path).GET());
    }

    JsonNode post(String path, String body) {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", proof())
                .POST(BodyPublishers.ofString(body)));
    }

    private String proof() {
        return jar.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private JsonNode answer(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request.header("Accept", "application/hal+json, application/json; q=0.5"));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
