package no.tolv.scenario;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody logged in to the web apps, who asks what their pages ask. */
class WebAppUser {

    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
    private final String address;

    WebAppUser(String address, String user, String password) throws IOException, InterruptedException {
        this.address = address;
        Matcher proof = PROOF.matcher(
                send(HttpRequest.newBuilder(URI.create(address + "/login"))).body());
        assertThat(proof.find()).isTrue();
        String form = "username=%s&password=%s&_csrf=%s".formatted(user, password, proof.group(1));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        assertThat(answer.headers().firstValue("location").orElseThrow()).endsWith("/");
    }

    /** The status of what a page of the app gets. */
    int get(String app, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                        .header("Referer", address + "/camunda/app/" + app + "/default/"))
                .statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
