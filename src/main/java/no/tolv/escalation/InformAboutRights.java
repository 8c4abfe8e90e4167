package no.tolv.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import org.springframework.stereotype.Component;

/** That pupil and guardians have been told of the right to go to Statsforvalteren (§ 12-6, INV-14) is something that has happened. */
@Component
class InformAboutRights implements FormOutcome {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final Clock clock;

    InformAboutRights(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String form() {
        return "informAboutRights";
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        if (submission.date("informedOn").isAfter(LocalDate.now(clock.withZone(OSLO)))) {
            throw new FormRejected(
                    "informedOn",
                    "«Informert dato» kan ikke være fram i tid. Skriv dagen de fikk vite det, eller la oppgaven stå.");
        }
        return Map.of();
    }
}
