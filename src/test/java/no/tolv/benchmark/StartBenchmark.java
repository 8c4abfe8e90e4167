package no.tolv.benchmark;

import java.io.File;
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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the start of the process to the first answer, of Tolv and of Camunda's plain Spring Boot starter, in turn, each
 * with an empty H2 file. {@code -Dtolv.benchmark.rounds=5} says how often.
 */
@DisplayName("Hvor lenge en oppstart varer")
class StartBenchmark {

    private static final int ROUNDS = Integer.getInteger("tolv.benchmark.rounds", 5);
    private static final List<String> NOT_PLAIN = List.of(
            "test-classes",
            "/target/classes",
            "spring-security",
            "spring-boot-starter-security",
            "spring-boot-starter-oauth2",
            "spring-session",
            "spring-boot-starter-actuator",
            "spring-boot-actuator",
            "spring-boot-starter-mail",
            "flyway",
            "thymeleaf");
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    @DisplayName("Tolv mot Camundas egen start")
    void startsInTurn() throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(start(round, "tolv", tolvClasses(), "no.tolv.Tolv", "/actuator/health"));
            plain.add(start(round, "plain", plainClasses(), "plain.PlainCamunda", "/engine-rest/engine"));
        }
        System.out.printf("start to ready, seconds: Tolv %s, plain Camunda %s%n", ours, plain);
        System.out.printf(
                "median: Tolv %.1f, plain %.1f, ratio %.2f%n",
                median(ours), median(plain), median(ours) / median(plain));
    }

    private double start(int round, String name, String classes, String main, String ready) throws Exception {
        Path home = Files.createDirectory(folder.resolve(name + round));
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
            return (System.nanoTime() - from) / 1e9;
        } finally {
            process.destroyForcibly().waitFor();
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

    private static String tolvClasses() {
        return classPath()
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String plainClasses() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/plain"));
        String name = "PlainCamunda.class";
        Path compiled = Path.of(classPath()
                .filter(entry -> entry.endsWith("test-classes"))
                .findFirst()
                .orElseThrow());
        Path copy = classes.resolve(name);
        if (Files.notExists(copy)) {
            Files.copy(compiled.resolve("plain").resolve(name), copy);
        }
        return Stream.concat(
                        Stream.of(classes.getParent().toString()),
                        classPath().filter(entry -> NOT_PLAIN.stream().noneMatch(entry::contains)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<String> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
