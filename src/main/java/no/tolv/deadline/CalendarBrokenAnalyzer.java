package no.tolv.deadline;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets the start end in one sentence instead of a stack trace. */
class CalendarBrokenAnalyzer extends AbstractFailureAnalyzer<CalendarBroken> {

    @Override
    protected FailureAnalysis analyze(Throwable root, CalendarBroken cause) {
        return new FailureAnalysis(cause.getMessage(), "Rett fila og start Tolv på nytt.", cause);
    }
}
