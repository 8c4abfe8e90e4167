package no.tolv.robust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import no.tolv.scenario.Answers;

/** Staff at their desks: every call goes over HTTP to a running Tolv, as the person who makes it. */
public class TolvHttp {

    public static final String PASSWORD = "prove-passord-12";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    public TolvHttp(int port) {
        this.address = "http://localhost:" + port;
    }

    /** What came back. */
    public record Reply(int status, String text) {

        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new IllegalStateException(text, e);
            }
        }

        public Reply ok() {
            assertThat(status).as(text).isBetween(200, 299);
            return this;
        }
    }

    public Reply start(String who, String process, Answers answers) {
        return post(who, "/engine-rest/process-definition/key/" + process + "/submit-form", variables(answers));
    }

    /** Reports a worry and lets the engine run; the case's number. */
    public String report(String who, Answers answers) {
        String caseNumber = start(who, "activityDuty", answers)
                .ok()
                .json()
                .path("businessKey")
                .asText();
        settle();
        return caseNumber;
    }

    public Reply submit(String who, String task, Answers answers) {
        return post(who, "/engine-rest/task/" + task + "/submit-form", variables(answers));
    }

    /** Completes the case's first open task of that name and lets the engine run. */
    public void complete(String who, String caseNumber, String task, Answers answers) {
        submit(who, theTask(who, caseNumber, task), answers).ok();
        settle();
    }

    public List<JsonNode> tasks(String who, String caseNumber) {
        JsonNode found = get(who, "/engine-rest/task?processInstanceBusinessKey=" + caseNumber)
                .ok()
                .json();
        return StreamSupport.stream(found.spliterator(), false).toList();
    }

    /** Names of the open tasks the person sees in the case, sorted. */
    public List<String> taskNames(String who, String caseNumber) {
        return tasks(who, caseNumber).stream()
                .map(task -> task.path("taskDefinitionKey").asText().substring("userTask_".length()))
                .sorted()
                .toList();
    }

    /** The case's open task of that name; the engine's own threads get half a minute to make it. */
    public String theTask(String who, String caseNumber, String task) {
        Instant giveUp = Instant.now().plusSeconds(30);
        Optional<String> found = find(who, caseNumber, task);
        while (found.isEmpty() && Instant.now().isBefore(giveUp)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            found = find(who, caseNumber, task);
        }
        return found.orElseThrow(
                () -> new AssertionError(who + " sees no «" + task + "» among " + taskNames(who, caseNumber)));
    }

    private Optional<String> find(String who, String caseNumber, String task) {
        return tasks(who, caseNumber).stream()
                .filter(open -> open.path("taskDefinitionKey").asText().equals("userTask_" + task))
                .findFirst()
                .map(open -> open.path("id").asText());
    }

    /** Lets every job that is due run, a second later. */
    public void settle() {
        advance("PT1S");
    }

    public JsonNode advance(String period) {
        JsonNode arrival =
                post("admin", "/api/clock", Map.of("advance", period)).ok().json();
        assertThat(arrival.path("failed").asInt()).isZero();
        return arrival;
    }

    public boolean isUp() {
        try {
            return get("admin", "/actuator/health").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    public Reply get(String who, String path) {
        return send(request(who, path).GET());
    }

    public Reply post(String who, String path, Object body) {
        return send(request(who, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(write(body))));
    }

    public Reply put(String who, String path, Object body) {
        return send(request(who, path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(write(body))));
    }

    public Reply delete(String who, String path) {
        return send(request(who, path).DELETE());
    }

    /** Deploys one changed file, as an administrator does from Modeler. */
    public Reply deploy(String who, String name, String content) {
        String edge = "kant-av-en-del";
        String part = "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        BodyPublisher body = BodyPublishers.ofString(part.formatted(edge, "deployment-name", "", "endret regel")
                + part.formatted(edge, "data", "; filename=\"" + name + "\"", content)
                + "--" + edge + "--\r\n");
        return send(request(who, "/engine-rest/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(body));
    }

    private HttpRequest.Builder request(String who, String path) {
        String pair = Base64.getEncoder().encodeToString((who + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Basic " + pair);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Tasklist sends them: text and numbers by type, lists as JSON. */
    static Map<String, Object> variables(Answers answers) {
        Map<String, Object> typed = new HashMap<>();
        answers.fields()
                .forEach((key, value) -> typed.put(
                        key,
                        value instanceof List<?> list
                                ? Map.of("value", write(list), "type", "Json")
                                : Map.of(
                                        "value", value, "type", value.getClass().getSimpleName())));
        return Map.of("variables", typed);
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
