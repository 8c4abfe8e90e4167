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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the start of the process to the first answer, of Tolv and of Camunda's plain Spring Boot starter, in turn: first
 * with an empty H2 file, in which tables are made, diagrams deployed and the demo's users created, then again with what
 * the first start left. {@code -Dtolv.benchmark.rounds=5} says how often.
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
        List<List<Start>> firsts = List.of(new ArrayList<>(), new ArrayList<>());
        List<List<Start>> agains = List.of(new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < ROUNDS; round++) {
            Path tolv = Files.createDirectory(folder.resolve("tolv" + round));
            Path plain = Files.createDirectory(folder.resolve("plain" + round));
            for (List<List<Start>> starts : List.of(firsts, agains)) {
                starts.get(0).add(start(tolv, StartClasses.tolv(), "no.tolv.Tolv", "/actuator/health"));
                starts.get(1)
                        .add(start(plain, StartClasses.plain(folder), "plain.PlainCamunda", "/engine-rest/engine"));
            }
        }
        told("empty database", firsts.get(0), firsts.get(1));
        told("once more", agains.get(0), agains.get(1));
    }

    /** Seconds on the clock and of all processors together. */
    private record Start(double seconds, double cpu) {}

    private static void told(String which, List<Start> ours, List<Start> plain) {
        System.out.printf(
                "start to ready, %s, medians: Tolv %.1f s (CPU %.1f s), plain Camunda %.1f s (CPU %.1f s);"
                        + " paired ratios: time %.2f, CPU %.2f%n",
                which,
                median(ours, Start::seconds),
                median(ours, Start::cpu),
                median(plain, Start::seconds),
                median(plain, Start::cpu),
                paired(ours, plain, Start::seconds),
                paired(ours, plain, Start::cpu));
    }

    private static Start start(Path home, String classes, String main, String ready) throws Exception {
        int port = freePort();
        long from = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=UTC",
                        "-Xmx512m",
                        "-cp",
                        classes,
                        main,
                        "--server.port=" + port,
                        "--spring.datasource.url=jdbc:h2:file:./data/start")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("told.log").toFile())
                .start();
        try {
            await(process, home, URI.create("http://localhost:" + port + ready));
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
