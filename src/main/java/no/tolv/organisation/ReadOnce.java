package no.tolv.organisation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has read and need not read again. Each transaction remembers for itself and takes what it knows with
 * it; outside a transaction nothing is remembered.
 */
public final class ReadOnce {

    /** Spring keeps it with the transaction, and puts it aside while another runs on the same thread. */
    private static final class Memory implements TransactionSynchronization {

        private final Map<Object, Object> known = new HashMap<>();
    }

    private ReadOnce() {}

    /** The value of the key in this transaction, read the first time. */
    @SuppressWarnings("unchecked")
    public static <T> T of(Object key, Supplier<T> read) {
        if (!isInTransaction()) {
            return read.get();
        }
        Map<Object, Object> known = memory().known;
        if (!known.containsKey(key)) {
            known.put(key, read.get());
        }
        return (T) known.get(key);
    }

    /** Spring keeps synchronizations also where a method asked for no transaction. */
    private static boolean isInTransaction() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.isActualTransactionActive();
    }

    private static Memory memory() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Memory.class::isInstance)
                .map(Memory.class::cast)
                .findFirst()
                .orElseGet(ReadOnce::begin);
    }

    private static Memory begin() {
        Memory memory = new Memory();
        TransactionSynchronizationManager.registerSynchronization(memory);
        return memory;
    }
}
