package no.tolv.concern.intake;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets strangers in a few at a time, so that however many come at once, staff keep most of the database connections (ten)
 * and half of the server's threads (two hundred). Who comes often has one desk, and cannot take the others' place.
 */
@Component
public class WaitingRoom {

    private static final int PLACES = 100;
    private static final int DESKS = 3;
    private static final long PATIENCE_SECONDS = 20;

    /** There is no room to wait in just now; trying again in some seconds helps. */
    public static class Full extends RuntimeException {

        public static final int RETRY_SECONDS = 5;

        Full() {
            super("Svært mange sender inn akkurat nå. Vent noen sekunder og send en gang til.");
        }
    }

    private final Semaphore places = new Semaphore(PLACES);
    private final Semaphore desks = new Semaphore(DESKS, true);
    private final Semaphore deskOfTheBusy = new Semaphore(1, true);

    /**
     * Does the work when it is one's turn.
     *
     * @param often whether the one who comes has been here often
     * @throws Full when too many wait already, or the wait takes too long
     */
    public <T> T serve(boolean often, Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new Full();
        }
        try {
            return at(often ? deskOfTheBusy : desks, work);
        } finally {
            places.release();
        }
    }

    private static <T> T at(Semaphore desk, Supplier<T> work) {
        if (!isFree(desk)) {
            throw new Full();
        }
        try {
            return work.get();
        } finally {
            desk.release();
        }
    }

    private static boolean isFree(Semaphore desk) {
        try {
            return desk.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
