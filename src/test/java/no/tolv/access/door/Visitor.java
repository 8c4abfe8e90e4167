package no.tolv.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser with a jar of its own, at the door. */
public class Visitor {

    static final String PASSWORD = "prove-passord-12";
    static final String PROTECTED = "/camunda/api/engine/engine/default/task/count";

    private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final String address;
    private final HttpClient browser;

    public Visitor(int port) {
        this("http://localhost:" + port, client -> client);
    }

    Visitor(String address, UnaryOperator<HttpClient.Builder> settings) {
        this.address = address;
        this.browser =
                settings.apply(HttpClient.newBuilder().cookieHandler(jar)).build();
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html,*/*;q=0.8"));
    }

    HttpResponse<String> logIn(String user, String password) {
        return post("/login", "username=" + user + "&password=" + password, token("/login"));
    }

    /** Logs in and expects to get in. */
    public Visitor in(String user) {
        logIn(user, PASSWORD);
        assertThat(isIn()).as(user).isTrue();
        return this;
    }

    public HttpResponse<String> logOut(String how) {
        return post("/logout", how, token("/logg-ut"));
    }

    public boolean isIn() {
        int status = get(PROTECTED).statusCode();
        assertThat(status).isIn(200, 401);
        return status == 200;
    }

    /** The same browser at another node. */
    public Visitor at(int port) {
        Visitor there = new Visitor(port);
        cookies().forEach(cookie -> there.jar.getCookieStore().add(URI.create(there.address), cookie));
        return there;
    }

    /** Asks a question that Camunda's web apps take for a change, with the proof that they hand out in a cookie. */
    public int change(String proof) {
        return send(HttpRequest.newBuilder(URI.create(address + PROTECTED))
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", proof)
                        .POST(BodyPublishers.ofString("{}")))
                .statusCode();
    }

    String token(String page) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(get(page).body());
        assertThat(token.find()).as(page).isTrue();
        return token.group(1);
    }

    HttpResponse<String> post(String path, String form, String token) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&_csrf=" + token)));
    }

    public String cookie(String name) {
        return cookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + cookies()));
    }

    List<HttpCookie> cookies() {
        return jar.getCookieStore().getCookies();
    }

    /** Puts somebody's cookie into the jar, as a thief does. */
    Visitor with(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        jar.getCookieStore().add(URI.create(address), cookie);
        return this;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
