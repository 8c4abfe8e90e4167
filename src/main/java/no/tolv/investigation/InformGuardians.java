package no.tolv.investigation;

import java.util.Map;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormRejected;
import no.tolv.engine.PastDates;
import no.tolv.engine.Submission;
import org.springframework.stereotype.Component;

/** Guardians learn what the school knows and what they may do (§ 10-8, § 12-6), or it is said why they were not reached. */
@Component
class InformGuardians implements FormOutcome {

    private final PastDates pastDates;

    InformGuardians(PastDates pastDates) {
        this.pastDates = pastDates;
    }

    @Override
    public String form() {
        return "informGuardians";
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        pastDates.check(submission, "informedOn");
        boolean reached = !"notReached".equals(submission.text("channel"));
        if (reached && !submission.yes("rightsTold")) {
            throw new FormRejected(
                    "rightsTold",
                    "Fortell de foresatte at de kan melde saken til Statsforvalteren, og kryss av for det.");
        }
        if (!reached && !submission.has("notReachedReason")) {
            throw new FormRejected("notReachedReason", "Skriv hvorfor de foresatte ikke er nådd.");
        }
        return Map.of();
    }
}
