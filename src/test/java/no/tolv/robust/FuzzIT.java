package no.tolv.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import no.tolv.deadline.TolvClock;
import no.tolv.robust.HostileRequests.Hostile;
import no.tolv.robust.HostileRequests.Sound;
import no.tolv.scenario.Answers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Wrong requests by the thousand, from everybody: each gets an answer, none of them a fault of ours, none tells of our
 * inside. {@code -Dtolv.fuzz.requests} and {@code -Dtolv.fuzz.seed} choose how many and which.
 */
@RunningTolv
@DisplayName("Ingen forespørsel får Tolv til å svikte")
class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("tolv.fuzz.requests", 5_000);
    private static final long SEED = Long.getLong("tolv.fuzz.seed", 20261121L);
    private static final int CLIENTS = 4;
    /** When to give up; how long the slowest took is printed, not asserted. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final List<String> SENDERS = List.of(
            "",
            "nobody",
            "admin",
            "midtstuen-contact-teacher",
            "midtstuen-principal",
            "midtstuen-assistant",
            "trosterud-principal",
            "oslo-owner",
            "oslo-monitor");

    private static final Pattern INSIDE = Pattern.compile(
            "(?s).*(\\tat [a-z]+\\.|Exception:|org\\.springframework\\.|org\\.h2\\.|SQLSTATE|select .* from ).*");

    @LocalServerPort
    int port;

    @Autowired
    TolvClock clock;

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final LongAccumulator slowest = new LongAccumulator(Long::max, 0);
    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();

    @Test
    @DisplayName("hver får et svar, uten feil hos oss og uten spor av innsiden")
    void answersEverything() throws Exception {
        List<Sound> sound = sound();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                HostileRequests requests = new HostileRequests(SEED + client, sound);
                int first = client;
                work.add(() -> run(first, requests));
            }
            for (Future<Void> done : clients.invokeAll(work)) {
                done.get();
            }
        } finally {
            clients.shutdownNow();
        }
        System.out.println("fuzz: " + REQUESTS + " requests, seed " + SEED + ", answers by status "
                + new TreeMap<>(statuses) + ", slowest " + slowest + " ms");
        assertThat(faults).isEmpty();
        assertThat(statuses.keySet()).contains(200, 400, 401, 404);
    }

    private Void run(int client, HostileRequests requests) throws IOException {
        RawHttp http = new RawHttp(port, LONGEST);
        for (int i = client; i < REQUESTS && faults.size() < 20; i += CLIENTS) {
            Hostile request = requests.next();
            send(http, SENDERS.get(i / CLIENTS % SENDERS.size()), request);
        }
        return null;
    }

    private void send(RawHttp http, String who, Hostile request) throws IOException {
        long begun = System.nanoTime();
        try {
            RawHttp.Answer answer = http.send(who, request);
            slowest.accumulate((System.nanoTime() - begun) / 1_000_000);
            statuses.computeIfAbsent(answer.status(), status -> new LongAdder()).increment();
            if (answer.status() >= 500 || INSIDE.matcher(answer.text()).matches()) {
                faults.add(who + ": " + request + "\n  -> "
                        + answer.text()
                                .substring(0, Math.min(1500, answer.text().length())));
            }
        } catch (SocketTimeoutException late) {
            faults.add(who + ": " + request + "\n  -> no answer within " + LONGEST);
        }
    }

    /** What clients rightly ask, about a case that is under way. */
    private List<Sound> sound() {
        TolvHttp http = new TolvHttp(port);
        LocalDate today = clock.today();
        Answers report = Answers.reportConcern("p-midtstuen-01", today);
        String caseNumber = http.report("midtstuen-contact-teacher", report);
        String task = http.theTask("midtstuen-principal", caseNumber, "receiveReport");
        String instance = http.tasks("midtstuen-principal", caseNumber)
                .get(0)
                .path("processInstanceId")
                .asText();
        String fields = TolvHttp.write(report.fields());
        String form = TolvHttp.write(TolvHttp.variables(report));
        List<Sound> sound = new ArrayList<>();
        for (String engine : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
            sound.addAll(List.of(
                    new Sound("GET", engine + "/task?processInstanceBusinessKey=" + caseNumber, ""),
                    new Sound(
                            "POST",
                            engine + "/task?firstResult=0&maxResults=10",
                            "{\"candidateGroup\":\"a\","
                                    + "\"orQueries\":[{\"assignee\":\"b\"}],\"sorting\":[{\"sortBy\":\"created\","
                                    + "\"sortOrder\":\"asc\"}]}"),
                    new Sound("GET", engine + "/task/" + task, ""),
                    new Sound("GET", engine + "/task/" + task + "/form-variables?deserializeValues=false", ""),
                    new Sound("GET", engine + "/task/" + task + "/deployed-form", ""),
                    new Sound("GET", engine + "/task/" + task + "/variables", ""),
                    new Sound("POST", engine + "/task/" + task + "/claim", "{\"userId\":\"midtstuen-principal\"}"),
                    new Sound("POST", engine + "/task/" + task + "/submit-form", form),
                    new Sound("POST", engine + "/task/" + task + "/complete", "{\"variables\":{}}"),
                    new Sound("POST", engine + "/process-definition/key/activityDuty/submit-form", form),
                    new Sound("POST", engine + "/process-definition/key/activityDuty/start", "{\"businessKey\":\"x\"}"),
                    new Sound("GET", engine + "/process-definition/key/activityDuty/xml", ""),
                    new Sound("GET", engine + "/process-definition?latestVersion=true", ""),
                    new Sound(
                            "POST",
                            engine + "/process-instance?maxResults=5",
                            "{\"businessKey\":\"" + caseNumber
                                    + "\",\"variables\":[{\"name\":\"unit\",\"operator\":\"eq\",\"value\":\"midtstuen\"}]}"),
                    new Sound("GET", engine + "/process-instance/" + instance, ""),
                    new Sound("GET", engine + "/process-instance/" + instance + "/variables", ""),
                    new Sound("GET", engine + "/history/process-instance/" + instance, ""),
                    new Sound("POST", engine + "/history/task", "{\"processInstanceId\":\"" + instance + "\"}"),
                    new Sound(
                            "POST",
                            engine + "/filter/create",
                            "{\"resourceType\":\"Task\",\"name\":\"a\","
                                    + "\"query\":{\"assigneeExpression\":\"${currentUser()}\"},\"properties\":{}}"),
                    new Sound("GET", engine + "/filter?resourceType=Task&itemCount=true", ""),
                    new Sound("GET", engine + "/user/midtstuen-principal/profile", ""),
                    new Sound(
                            "POST",
                            engine + "/message",
                            "{\"messageName\":\"x\",\"businessKey\":\"" + caseNumber + "\"}")));
        }
        sound.addAll(List.of(
                new Sound("GET", "/api/cases/" + caseNumber, ""),
                new Sound("GET", "/api/cases/" + caseNumber + "/log/verification", ""),
                new Sound("GET", "/api/cases/" + caseNumber + "/documents/" + task, ""),
                new Sound("GET", "/api/cases/" + caseNumber + "/readings", ""),
                new Sound("GET", "/api/statistics", ""),
                new Sound("POST", "/api/cases/" + caseNumber + "/exclusions", "{\"staff\":\"x\",\"reason\":\"y\"}"),
                new Sound("POST", "/api/reports", fields),
                new Sound("POST", "/api/clock", "{\"advance\":\"PT0S\"}"),
                new Sound("GET", "/meld", ""),
                new Sound("POST", "/meld", "unit=midtstuen&text=x"),
                new Sound("POST", "/login", "username=a&password=b"),
                new Sound("GET", "/login?error", ""),
                new Sound("GET", "/actuator/health", ""),
                new Sound("GET", "/camunda/app/tasklist/default/", ""),
                new Sound("GET", "/camunda/app/cockpit/locales/nb.json", ""),
                new Sound("GET", "/camunda/api/admin/auth/user/default", ""),
                new Sound("POST", "/camunda/api/admin/auth/user/default/login/tasklist", "username=a&password=b"),
                new Sound("GET", "/camunda/api/cockpit/plugin/base/default/process-definition/statistics", ""),
                new Sound("POST", "/camunda/api/cockpit/plugin/base/default/process-instance/count", "{}")));
        return sound;
    }
}
