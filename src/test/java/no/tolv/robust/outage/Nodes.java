package no.tolv.robust.outage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import no.tolv.robust.TolvHttp;
import no.tolv.robust.TolvProcess;

/** Nodes of Tolv on one PostgreSQL; each gives the database its name, so that it can be seen which of them waits there. */
class Nodes {

    /** Five minutes in production; here a dead node's jobs are to be taken over while somebody watches. */
    static final Duration LOCK = Duration.ofSeconds(10);

    static final String LOCK_SETTING = "--camunda.bpm.job-execution.lock-time-in-millis=";

    private final Path folder;
    private final String database;
    private final String[] settings;
    private final ConcurrentSkipListMap<String, TolvProcess> up = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, TolvProcess> frozen = new ConcurrentSkipListMap<>();
    private final List<CompletableFuture<Void>> starting = new ArrayList<>();

    Nodes(Path folder, String database, String... settings) {
        this.folder = folder;
        this.database = database;
        this.settings = settings;
    }

    TolvProcess launch(String name, String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of(more));
        all.add("--spring.profiles.active=demo,postgres");
        all.add("--TOLV_DATABASE_URL=" + database + "&ApplicationName=" + name);
        all.add("--TOLV_DATABASE_USER=postgres");
        all.add("--TOLV_DATABASE_PASSWORD=postgres");
        all.add("--spring.datasource.hikari.maximum-pool-size=12");
        if (all.stream().noneMatch(setting -> setting.startsWith(LOCK_SETTING))) {
            all.add(LOCK_SETTING + LOCK.toMillis());
        }
        return TolvProcess.launch(folder, all.toArray(String[]::new));
    }

    /** Starts a node and waits until it answers. */
    TolvHttp start(String name) throws IOException {
        TolvProcess process = launch(name);
        TolvHttp http = process.awaitUp();
        up.put(name, process);
        return http;
    }

    /** Starts a node and does not wait. */
    void startBehind(String name) {
        starting.add(CompletableFuture.runAsync(() -> {
            try {
                start(name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** Waits until so many nodes answer. */
    void awaitUp(int count) {
        while (up.size() < count) {
            starting.stream()
                    .filter(CompletableFuture::isCompletedExceptionally)
                    .forEach(CompletableFuture::join);
            pause();
        }
    }

    /** One of those that are up; waits while none is. */
    String anyName() {
        List<String> names = List.copyOf(up.keySet());
        while (names.isEmpty()) {
            pause();
            names = List.copyOf(up.keySet());
        }
        return names.get(ThreadLocalRandom.current().nextInt(names.size()));
    }

    TolvHttp any() {
        TolvProcess process = up.get(anyName());
        return process == null ? any() : new TolvHttp(process.port());
    }

    TolvHttp at(String name) {
        return new TolvHttp(port(name));
    }

    int port(String name) {
        return up.get(name).port();
    }

    /** SIGKILL: the process has no chance to tidy up. */
    void kill(String name) throws InterruptedException {
        up.remove(name).kill();
    }

    /** SIGTERM: it finishes what it has begun. */
    void stop(String name) throws InterruptedException {
        up.remove(name).stop();
    }

    /** SIGSTOP: nobody is sent to it until it is thawed. */
    void freeze(String name) throws IOException, InterruptedException {
        TolvProcess process = up.remove(name);
        frozen.put(name, process);
        process.freeze();
    }

    void thaw(String name) throws IOException, InterruptedException {
        TolvProcess process = frozen.remove(name);
        process.thaw();
        up.put(name, process);
    }

    void killAll() throws InterruptedException {
        starting.forEach(node -> node.exceptionally(failed -> null).join());
        up.putAll(frozen);
        for (String name : List.copyOf(up.keySet())) {
            kill(name);
        }
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
}
