package no.tolv.evaluation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import no.tolv.deadline.Deadlines;
import no.tolv.deadline.SchoolDays;
import no.tolv.engine.Decisions;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import no.tolv.measure.NorwegianDate;
import org.springframework.stereotype.Component;

/** How long the school keeps watching after a plan has ended (NIT-91). */
@Component
class WatchPeriod {

    private static final String FIELD = "watchUntil";
    private static final int MAX_WEEKS = 26;

    private final Decisions decisions;
    private final SchoolDays schoolDays;
    private final Deadlines deadlines;

    WatchPeriod(Decisions decisions, SchoolDays schoolDays, Deadlines deadlines) {
        this.decisions = decisions;
        this.schoolDays = schoolDays;
        this.deadlines = deadlines;
    }

    /** The school day the {@code evaluationInterval} table's {@code watchWeeks} suggest; empty where it says nothing. */
    Optional<LocalDate> usualEnd(String unit) {
        return decisions
                .first("evaluationInterval", Map.of("unit", unit))
                .map(row -> row.get("watchWeeks"))
                .map(weeks -> deadlines.today().plusWeeks(((Number) weeks).longValue()))
                .map(day -> schoolDays.onOrBefore(unit, day))
                .filter(day -> day.isAfter(deadlines.today()));
    }

    /** @throws FormRejected when the day is not a school day between tomorrow and 26 weeks from now */
    LocalDate end(Submission submission) {
        LocalDate end = submission.date(FIELD);
        LocalDate latest = deadlines.today().plusWeeks(MAX_WEEKS);
        if (!end.isAfter(deadlines.today())) {
            throw rejected(end, "må være etter i dag");
        }
        if (end.isAfter(latest)) {
            throw rejected(end, "er mer enn 26 uker fram. Velg senest " + NorwegianDate.inWords(latest));
        }
        if (!schoolDays.isSchoolDay(submission.unit(), end)) {
            LocalDate before = schoolDays.onOrBefore(submission.unit(), end);
            throw rejected(end, "er ikke en skoledag. Siste skoledag før er " + NorwegianDate.inWords(before));
        }
        return end;
    }

    private static FormRejected rejected(LocalDate end, String hindrance) {
        return new FormRejected(
                FIELD, "«Følg særlig med til»: %s %s.".formatted(NorwegianDate.inWords(end), hindrance));
    }
}
