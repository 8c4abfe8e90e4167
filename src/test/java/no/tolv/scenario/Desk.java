package no.tolv.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Somebody who logged in once and stays logged in: the session is open while others change who may see what. */
class Desk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;

    Desk(int port, String who, String password) {
        this.address = "http://localhost:" + port;
        Matcher token = TOKEN.matcher(send(request("/login").GET()).body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> in = send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "username=" + who + "&password=" + password + "&_csrf=" + token.group(1))));
        assertThat(in.headers().firstValue("location").orElseThrow()).endsWith("/");
    }

    /** Status and body; lists in an order of their own, so that two answers can be compared. */
    String get(String path) {
        HttpResponse<String> answer =
                send(request(path).header("Accept", "application/json").GET());
        return answer.statusCode() + " " + sorted(answer.body());
    }

    private static String sorted(String body) {
        try {
            JsonNode told = JSON.readTree(body);
            return told != null && told.isArray()
                    ? StreamSupport.stream(told.spliterator(), false)
                            .map(JsonNode::toString)
                            .sorted()
                            .collect(Collectors.joining(",\n"))
                    : body;
        } catch (IOException notJson) {
            return body;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
