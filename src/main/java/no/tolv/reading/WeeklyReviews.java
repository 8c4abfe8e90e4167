package no.tolv.reading;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.next;
import static java.time.temporal.TemporalAdjusters.previousOrSame;
import static no.tolv.deadline.TolvClock.OSLO;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import no.tolv.engine.time.ClockMoved;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Unit;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks through each unit's readings when a week is over, once, whichever node comes first. A week nobody looked
 * through, because no node ran, is taken later.
 */
@Component
class WeeklyReviews {

    private final ReviewedWeeks weeks;
    private final UnusualReadings unusual;
    private final StartReviews startReviews;
    private final Organisation organisation;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private volatile Instant nothingBefore = Instant.MIN;

    WeeklyReviews(
            ReviewedWeeks weeks,
            UnusualReadings unusual,
            StartReviews startReviews,
            Organisation organisation,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.weeks = weeks;
        this.unusual = unusual;
        this.startReviews = startReviews;
        this.organisation = organisation;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ClockMoved.class)
    @Scheduled(fixedDelayString = "${tolv.readings.interval:PT10M}")
    void takeTurn() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), OSLO);
        if (!clock.instant().isBefore(nothingBefore)) {
            reviewUntil(today.with(previousOrSame(MONDAY)));
            nothingBefore = start(today.with(next(MONDAY)));
        }
    }

    /** Looks through every week that was over before the given Monday. */
    void reviewUntil(LocalDate monday) {
        for (Unit unit : organisation.units()) {
            weeks.begin(unit.id(), start(monday));
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transaction.execute(status -> reviewNext(unit.id(), start(monday))));
            }
        }
    }

    /** One week, all or nothing: the row is held while its reviews are started. */
    private boolean reviewNext(String unit, Instant until) {
        Instant from = weeks.lock(unit);
        if (!from.isBefore(until)) {
            return false;
        }
        Instant end = start(LocalDate.ofInstant(from, OSLO).with(next(MONDAY)));
        startReviews.of(unit, unusual.at(unit, from, end));
        weeks.moveTo(unit, end);
        return true;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(OSLO).toInstant();
    }
}
