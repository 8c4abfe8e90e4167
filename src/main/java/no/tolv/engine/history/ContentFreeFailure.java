package no.tolv.engine.history;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A failure as an operator may read it: kinds and places of what went wrong, and only our own sentences. */
class ContentFreeFailure extends RuntimeException {

    private ContentFreeFailure(String message, StackTraceElement[] where) {
        super(message, null, false, true);
        setStackTrace(where);
    }

    static ContentFreeFailure of(Throwable failure) {
        if (failure == null) {
            return new ContentFreeFailure("Ukjent feil", new StackTraceElement[0]);
        }
        return new ContentFreeFailure(chain(failure), root(failure).getStackTrace());
    }

    private static String chain(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .limit(8)
                .map(ContentFreeFailure::told)
                .distinct()
                .collect(Collectors.joining(" ← "));
    }

    private static String told(Throwable failure) {
        String kind = failure.getClass().getSimpleName();
        boolean ours = failure.getClass().getName().startsWith("no.tolv.") && failure.getMessage() != null;
        return ours ? kind + ": " + failure.getMessage() : kind;
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null || failure.getCause() == failure ? failure : root(failure.getCause());
    }
}
