package no.tolv.organisation;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a broken roster as its one sentence instead of a stack trace. */
class RosterBrokenAnalyzer extends AbstractFailureAnalyzer<RosterBroken> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, RosterBroken cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
