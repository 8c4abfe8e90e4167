package no.tolv.access.password;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Each check of a password takes 19 MiB for a moment, so only a few run at once; whoever waits too long is refused. */
@Component
class HashingPlaces {

    private static final int SECONDS_TO_WAIT = 5;

    private final Semaphore free =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

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
            return free.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
