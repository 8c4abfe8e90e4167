package no.tolv.access.password;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Each check of a password takes 19 MiB for a moment, so only a few run at once; whoever waits too long is refused. */
@Component
class HashingPlaces {

    private final Semaphore free;
    private final Duration longestWait;

    @Autowired
    HashingPlaces() {
        this(Math.max(2, Runtime.getRuntime().availableProcessors()), Duration.ofSeconds(5));
    }

    HashingPlaces(int places, Duration longestWait) {
        this.free = new Semaphore(places);
        this.longestWait = longestWait;
    }

    boolean check(BooleanSupplier password) {
        if (!mayBegin()) {
            return false;
        }
        try {
            return password.getAsBoolean();
        } finally {
            free.release();
        }
    }

    private boolean mayBegin() {
        try {
            return free.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
