package no.tolv.benchmark;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.tolv.deadline.SchoolDays;
import no.tolv.deadline.TolvClock;

/** Walks whole cases, several at once, through one engine and then another, by the demo clock both read their dates from. */
class Walks {

    private static final String UNIT = "midtstuen";
    private static final int PUPILS = 5;

    private final TolvClock clock;
    private final SchoolDays schoolDays;

    Walks(TolvClock clock, SchoolDays schoolDays) {
        this.clock = clock;
        this.schoolDays = schoolDays;
        morningOf(schoolDays.plus(UNIT, clock.today(), 1));
    }

    /** One case, from report to end. */
    StatementCounts one(Side side) {
        return several(side, 1, 1);
    }

    StatementCounts several(Side side, int cases, int threads) {
        StatementCounts sum = new StatementCounts();
        List<StatementCounts> counts = new ArrayList<>();
        List<CaseStory> stories = new ArrayList<>();
        for (int number = 0; number < cases; number++) {
            counts.add(new StatementCounts());
            stories.add(new CaseStory(side, counts.get(number), clock.today(), this::schoolDayIn));
        }
        together(threads, stories, (story, number) -> story.untilWatched(pupil(number)));
        morningOf(clock.today().plusDays(1));
        LocalDate later = clock.today();
        together(threads, stories, (story, number) -> story.askedAgain(later));
        counts.forEach(sum::add);
        return sum;
    }

    private interface Part {
        void walk(CaseStory story, int number);
    }

    private static void together(int threads, List<CaseStory> stories, Part part) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> parts = new ArrayList<>();
            for (int number = 0; number < stories.size(); number++) {
                int one = number;
                parts.add(() -> {
                    part.walk(stories.get(one), one);
                    return null;
                });
            }
            for (Future<Void> done : workers.invokeAll(parts)) {
                done.get();
            }
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        } finally {
            workers.shutdown();
        }
    }

    private static String pupil(int number) {
        return "p-%s-%02d".formatted(UNIT, 1 + number % PUPILS);
    }

    private LocalDate schoolDayIn(int days) {
        return schoolDays.plus(UNIT, clock.today(), days);
    }

    private void morningOf(LocalDate date) {
        clock.moveTo(date.atTime(LocalTime.of(8, 0)).atZone(TolvClock.OSLO).toInstant());
    }
}
