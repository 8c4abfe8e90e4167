package no.tolv.casefile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.tolv.organisation.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The cases a transaction holds. Nobody else changes a case that is held, nor shuts anybody out of it, so what was read
 * after it was taken is true until the transaction itself writes.
 */
@Repository
class HeldCases {

    private static final class Held {

        private CaseFile file;
        private LogHead head;
        private final Map<Object, Object> known = new HashMap<>();
    }

    private final JdbcClient jdbc;

    HeldCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The case, held for the rest of the transaction; empty when there is none of that number. */
    Optional<CaseFile> take(String caseNumber) {
        return taken(caseNumber).map(held -> file(held, caseNumber));
    }

    /** Where the log of the case ends, held likewise. */
    Optional<LogHead> takeHead(String caseNumber) {
        return taken(caseNumber).map(held -> held.head);
    }

    /** The case if the transaction holds it. */
    Optional<CaseFile> file(String caseNumber) {
        return Optional.ofNullable(all().get(caseNumber)).map(held -> file(held, caseNumber));
    }

    /** What belongs to the case; read once while it is held, and each time while it is not. */
    @SuppressWarnings("unchecked")
    <T> T known(String caseNumber, Object what, Supplier<T> read) {
        Held held = all().get(caseNumber);
        if (held == null) {
            return read.get();
        }
        if (!held.known.containsKey(what)) {
            held.known.put(what, read.get());
        }
        return (T) held.known.get(what);
    }

    /** The transaction has written to the case. */
    void changed(String caseNumber) {
        Optional.ofNullable(all().get(caseNumber)).ifPresent(held -> {
            held.file = null;
            held.known.clear();
        });
    }

    void moved(LogHead head) {
        Optional.ofNullable(all().get(head.caseNumber())).ifPresent(held -> held.head = head);
    }

    private static Map<String, Held> all() {
        return ReadOnce.of(HeldCases.class, HashMap::new);
    }

    private Optional<Held> taken(String caseNumber) {
        Map<String, Held> all = all();
        if (!all.containsKey(caseNumber)) {
            lock(caseNumber).ifPresent(held -> all.put(caseNumber, held));
        }
        return Optional.ofNullable(all.get(caseNumber));
    }

    private Optional<Held> lock(String caseNumber) {
        return jdbc.sql("select * from case_file where case_number = ? for update")
                .param(caseNumber)
                .query((row, number) -> {
                    Held held = new Held();
                    held.file = CaseFiles.read(row, number);
                    held.head = new LogHead(caseNumber, row.getInt("log_sequence"), row.getString("log_hash"));
                    return held;
                })
                .optional();
    }

    private CaseFile file(Held held, String caseNumber) {
        if (held.file == null) {
            held.file = CaseFiles.find(jdbc, caseNumber).orElseThrow();
        }
        return held.file;
    }
}
