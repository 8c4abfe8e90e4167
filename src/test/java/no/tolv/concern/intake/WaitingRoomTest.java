package no.tolv.concern.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Venterommet")
class WaitingRoomTest {

    private final WaitingRoom room = new WaitingRoom();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch arrived = new CountDownLatch(1);

    @AfterEach
    void close() {
        opened.countDown();
        threads.shutdownNow();
    }

    @Test
    @DisplayName("slipper inn noen få om gangen, og alle til slutt")
    void aFewAtATime() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<Integer>> visits = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            visits.add(threads.submit(() -> room.serve(false, () -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.yield();
                return inside.decrementAndGet();
            })));
        }
        for (Future<Integer> visit : visits) {
            visit.get(20, TimeUnit.SECONDS);
        }
        assertThat(most.get()).isLessThanOrEqualTo(3);
    }

    @Test
    @DisplayName("lar den som kommer ofte, ikke ta plassen fra andre")
    void theBusyWaitForThemselves() throws Exception {
        threads.submit(() -> room.serve(true, this::stay));
        arrived.await();
        assertThat(room.serve(false, () -> "inne")).isEqualTo("inne");
    }

    @Test
    @DisplayName("er fullt når hundre venter, og tar imot igjen etterpå")
    void isBounded() throws Exception {
        List<Future<String>> visits = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            visits.add(threads.submit(() -> room.serve(true, this::stay)));
        }
        Future<String> refused = firstDone(visits);
        assertThatThrownBy(refused::get).hasCauseInstanceOf(WaitingRoom.Full.class);
        opened.countDown();
        visits.remove(refused);
        for (Future<String> visit : visits) {
            assertThat(visit.get(20, TimeUnit.SECONDS)).isEqualTo("ferdig");
        }
        assertThat(room.serve(true, () -> "inne")).isEqualTo("inne");
    }

    private static Future<String> firstDone(List<Future<String>> visits) {
        while (true) {
            for (Future<String> visit : visits) {
                if (visit.isDone()) {
                    return visit;
                }
            }
            Thread.onSpinWait();
        }
    }

    private String stay() {
        try {
            arrived.countDown();
            opened.await();
            return "ferdig";
        } catch (InterruptedException stopped) {
            return "stanset";
        }
    }
}
