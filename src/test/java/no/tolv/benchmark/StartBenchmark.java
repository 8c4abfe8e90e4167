package no.tolv.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the start of the process to the first answer, of Camunda's plain Spring Boot starter, of Tolv, and of Tolv with the
 * archive of classes its image has, in turn: first with an empty H2 file, in which tables are made, diagrams deployed and
 * the demo's users created, then again with what the first start left. {@code -Dtolv.benchmark.rounds=5} says how often.
 */
@DisplayName("Hvor lenge en oppstart varer")
class StartBenchmark {

    private static final int ROUNDS = Integer.getInteger("tolv.benchmark.rounds", 5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    @DisplayName("Tolv mot Camundas egen start")
    void startsInTurn() throws Exception {
        Path archive = folder.resolve("tolv.jsa");
        String tolv = StartClasses.tolv(folder);
        List<Application> all = List.of(
                new Application(
                        "plain Camunda", StartClasses.plain(folder), "plain.PlainCamunda", "/engine-rest/engine"),
                new Application("Tolv", tolv, "no.tolv.Tolv", "/actuator/health"),
                new Application(
                        "Tolv as in its image",
                        tolv,
                        "no.tolv.Tolv",
                        "/actuator/health",
                        "-XX:SharedArchiveFile=" + archive));
        archiveClasses(archive, all.get(1));
        Map<String, List<Start>> firsts = new LinkedHashMap<>();
        Map<String, List<Start>> agains = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Application each : all) {
                Path home = Files.createDirectory(folder.resolve(each.name() + round));
                firsts.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(start(home, each));
                agains.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(start(home, each));
            }
        }
        told("empty database", firsts);
        told("once more", agains);
    }

    /** @param ready where it answers as soon as it is */
    private record Application(String name, String classes, String main, String ready, String... jvm) {}

    /** Seconds on the clock and of all processors together. */
    private record Start(double seconds, double cpu) {}

    private static void told(String which, Map<String, List<Start>> all) {
        List<Start> plain = all.values().iterator().next();
        System.out.printf("start to ready, %s, medians%n", which);
        all.forEach((name, starts) -> System.out.printf(
                "  %-22s %5.1f s (CPU %5.1f s), paired ratios to the first: time %.2f, CPU %.2f%n",
                name,
                median(starts, Start::seconds),
                median(starts, Start::cpu),
                paired(starts, plain, Start::seconds),
                paired(starts, plain, Start::cpu)));
    }

    /** As the image is built: started once without a port, and ended. */
    private void archiveClasses(Path archive, Application application) throws Exception {
        Path home = Files.createDirectory(folder.resolve("archived"));
        Process process =
                process(home, application, 0, "-XX:ArchiveClassesAtExit=" + archive, "-Dspring.context.exit=onRefresh");
        if (process.waitFor() != 0 || Files.notExists(archive)) {
            throw new IllegalStateException("No archive:\n" + Files.readString(home.resolve("told.log")));
        }
    }

    private static Process process(Path home, Application application, int port, String... jvm) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                "-Xmx512m",
                "-cp",
                application.classes()));
        command.addAll(List.of(jvm));
        command.addAll(List.of(
                application.main(), "--server.port=" + port, "--spring.datasource.url=jdbc:h2:file:./data/start"));
        return new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("told.log").toFile())
                .start();
    }

    private static Start start(Path home, Application application) throws Exception {
        int port = freePort();
        long from = System.nanoTime();
        Process process = process(home, application, port, application.jvm());
        try {
            await(process, home, URI.create("http://localhost:" + port + application.ready()));
            double seconds = (System.nanoTime() - from) / 1e9;
            return new Start(
                    seconds, process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3);
        } finally {
            process.destroy();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static void await(Process process, Path home, URI address) throws IOException {
        long giveUp = System.nanoTime() + LONGEST.toNanos();
        while (!answers(address)) {
            if (!process.isAlive() || System.nanoTime() > giveUp) {
                throw new IllegalStateException("Not started:\n" + Files.readString(home.resolve("told.log")));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static boolean answers(URI address) {
        try {
            return HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static double paired(List<Start> ours, List<Start> plain, ToDoubleFunction<Start> measure) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ours.size(); round++) {
            ratios.add(measure.applyAsDouble(ours.get(round)) / measure.applyAsDouble(plain.get(round)));
        }
        return ratios.stream().sorted().toList().get(ratios.size() / 2);
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> measure) {
        return starts.stream().map(measure::applyAsDouble).sorted().toList().get(starts.size() / 2);
    }
}
