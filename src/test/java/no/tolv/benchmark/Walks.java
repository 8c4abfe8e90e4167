package no.tolv.benchmark;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import no.tolv.deadline.SchoolDays;
import no.tolv.deadline.TolvClock;

/** Walks whole cases, several at once, through one engine and then another, by the demo clock both read their dates from. */
class Walks {

    private static final String UNIT = "midtstuen";

    private final TolvClock clock;
    private final SchoolDays schoolDays;
    private final int pupils;
    private int opened;

    /** @param pupils who have cases, in turn */
    Walks(TolvClock clock, SchoolDays schoolDays, int pupils) {
        this.clock = clock;
        this.schoolDays = schoolDays;
        this.pupils = pupils;
        morningOf(schoolDays.plus(UNIT, clock.today(), 1));
    }

    /** One case, from report to end. */
    StatementCounts one(Side side) {
        return several(side, 1, 1);
    }

    StatementCounts several(Side side, int cases, int threads) {
        List<StatementCounts> counts =
                Stream.generate(StatementCounts::new).limit(cases).toList();
        walk(side, counts, threads);
        StatementCounts sum = new StatementCounts();
        counts.forEach(sum::add);
        return sum;
    }

    /** One case on tape. */
    CaseTape taped(Side side) {
        CaseTape tape = new CaseTape();
        walk(side, List.of(tape), 1);
        return tape;
    }

    /** So many cases, left where the principal is to receive them. */
    void opened(Side side, int cases) {
        for (int number = 0; number < cases; number++) {
            new CaseStory(side, new StatementCounts(), clock.today(), this::schoolDayIn).reported(pupil(opened++));
        }
    }

    private String pupil(int number) {
        return Pupils.id(1 + number % pupils);
    }

    private void walk(Side side, List<? extends StatementCounts> counts, int threads) {
        List<CaseStory> stories = counts.stream()
                .map(count -> new CaseStory(side, count, clock.today(), this::schoolDayIn))
                .toList();
        together(threads, stories, (story, number) -> story.untilWatched(pupil(number)));
        morningOf(clock.today().plusDays(1));
        LocalDate later = clock.today();
        together(threads, stories, (story, number) -> story.askedAgain(later));
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

    private LocalDate schoolDayIn(int days) {
        return schoolDays.plus(UNIT, clock.today(), days);
    }

    private void morningOf(LocalDate date) {
        clock.moveTo(date.atTime(LocalTime.of(8, 0)).atZone(TolvClock.OSLO).toInstant());
    }
}
