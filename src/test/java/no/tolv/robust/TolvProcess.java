package no.tolv.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tolv in a process of its own, started in a folder where it puts its database and its mail, so that it can be stopped or killed. */
public class TolvProcess {

    private static final Duration LONGEST_START = Duration.ofSeconds(300);

    private final Process process;
    private final Path told;
    private final int port;

    private TolvProcess(Process process, Path told, int port) {
        this.process = process;
        this.told = told;
        this.port = port;
    }

    public static TolvProcess launch(Path folder, String... settings) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                applicationClasses(),
                "no.tolv.Tolv",
                "--server.port=" + port,
                "--TOLV_DEMO_PASSWORD=" + TolvHttp.PASSWORD));
        command.addAll(List.of(settings));
        if (Arrays.stream(settings).noneMatch(setting -> setting.startsWith("--tolv.outbox.interval"))) {
            command.add("--tolv.outbox.interval=PT1S");
        }
        Path told = Files.createTempFile(folder, "told", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new TolvProcess(process, told, port);
    }

    /** Where it keeps its database when nobody says otherwise; to be opened only while it is down. */
    static JdbcClient database(Path folder) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:" + folder.resolve("data/tolv"));
        source.setUser("tolv");
        source.setPassword("");
        return JdbcClient.create(source);
    }

    /** Without the tests' own classes, which the application would take for parts of itself. */
    private static String applicationClasses() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    /** Waits until it answers. */
    public TolvHttp awaitUp() {
        TolvHttp http = new TolvHttp(port);
        Instant giveUp = Instant.now().plus(LONGEST_START);
        while (!http.isUp()) {
            if (!process.isAlive() || Instant.now().isAfter(giveUp)) {
                throw new AssertionError("Tolv did not start:\n" + output());
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return http;
    }

    /** Waits until it has given up; its exit code. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Tolv did not end:\n" + output());
        }
        return process.exitValue();
    }

    /** As an administrator stops a service. */
    public void stop() throws InterruptedException {
        process.destroy();
        awaitEnd();
    }

    /** As a power failure does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Stops it where it stands, as when its machine is suspended; it does not know of it afterwards. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int failed = new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(name, process.pid()))
                .start()
                .waitFor();
        assertThat(failed).isZero();
    }

    public String output() {
        try {
            return Files.readString(told);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
