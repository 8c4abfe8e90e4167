package no.tolv.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo clock over HTTP, as {@code admin} moves it. */
class DemoClock {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Pattern NOW = Pattern.compile("\"now\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String site;

    DemoClock(String site) {
        this.site = site;
    }

    /** Runs what is due, and answers with the date. */
    LocalDate today() {
        return advance(Duration.ofSeconds(1)).atZoneSameInstant(OSLO).toLocalDate();
    }

    /** Moves to 08:00 on a date if that is still to come; every timer on the way has fired. */
    LocalDate to(LocalDate date) {
        OffsetDateTime now = advance(Duration.ofSeconds(1));
        Duration rest = Duration.between(now, date.atTime(8, 0).atZone(OSLO));
        return (rest.compareTo(Duration.ZERO) > 0 ? advance(rest) : now)
                .atZoneSameInstant(OSLO)
                .toLocalDate();
    }

    private OffsetDateTime advance(Duration step) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site + "/api/clock"))
                .header("Authorization", admin())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"advance\":\"" + step + "\"}"))
                .build();
        return now(send(request));
    }

    /** How {@code admin} says who it is over HTTP. */
    static String admin() {
        return basic("admin");
    }

    static String basic(String who) {
        byte[] user = (who + ":" + WholeCaseIT.PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(user);
    }

    private String send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static OffsetDateTime now(String answer) {
        Matcher now = NOW.matcher(answer);
        if (!now.find()) {
            throw new IllegalStateException("The clock was not moved: " + answer);
        }
        return OffsetDateTime.parse(now.group(1));
    }
}
