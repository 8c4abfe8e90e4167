package no.tolv.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Counts that add up to a total, shown so that nobody can tell whether fewer than five is none or four. Those are never
 * shown, and where the total would give them away, larger ones are kept back too, and at last the total itself.
 *
 * @param cells in the order of the counts
 */
record SmallNumbers(List<Shown> cells, Shown total) {

    static final int LEAST = 5;

    /**
     * One number as it may be shown.
     *
     * @param count null when it is not shown
     */
    record Shown(Integer count, String instead) {

        static final Shown FEWER = new Shown(null, "færre enn 5");
        static final Shown KEPT_BACK = new Shown(null, "vises ikke");

        static Shown of(int count) {
            return new Shown(count, null);
        }

        boolean isShown() {
            return count != null;
        }

        /** The number, or the words that stand in its place. */
        Object told() {
            return isShown() ? count : instead;
        }
    }

    static SmallNumbers of(List<Integer> counts) {
        Set<Integer> hidden = new HashSet<>(smallOnes(counts));
        while (!isSafe(counts, hidden)) {
            Optional<Integer> next = smallestShown(counts, hidden);
            if (next.isEmpty()) {
                return new SmallNumbers(cells(counts, hidden), withoutTotal(counts));
            }
            hidden.add(next.get());
        }
        return new SmallNumbers(cells(counts, hidden), Shown.of(sum(counts.stream())));
    }

    private static List<Integer> smallOnes(List<Integer> counts) {
        return IntStream.range(0, counts.size())
                .filter(cell -> counts.get(cell) < LEAST)
                .boxed()
                .toList();
    }

    /** Whether each small one can still be anything from none to four, for one who knows all that is shown. */
    private static boolean isSafe(List<Integer> counts, Set<Integer> hidden) {
        if (hidden.isEmpty()) {
            return true;
        }
        int small = smallOnes(counts).size();
        int keptBack = hidden.size() - small;
        int sum = sum(hidden.stream().map(counts::get));
        int most = LEAST - 1;
        boolean canBeFour = sum - LEAST * keptBack >= most;
        boolean canBeNone = keptBack > 0 || sum <= most * (small - 1);
        return canBeFour && canBeNone;
    }

    private static Optional<Integer> smallestShown(List<Integer> counts, Set<Integer> hidden) {
        return IntStream.range(0, counts.size())
                .boxed()
                .filter(cell -> !hidden.contains(cell))
                .min(Comparator.comparing(counts::get));
    }

    private static List<Shown> cells(List<Integer> counts, Set<Integer> hidden) {
        List<Shown> cells = new ArrayList<>();
        for (int cell = 0; cell < counts.size(); cell++) {
            Shown kept = counts.get(cell) < LEAST ? Shown.FEWER : Shown.KEPT_BACK;
            cells.add(hidden.contains(cell) ? kept : Shown.of(counts.get(cell)));
        }
        return List.copyOf(cells);
    }

    /** Never whether the total itself is small: that it is not would tell of the cells that are. */
    private static Shown withoutTotal(List<Integer> counts) {
        return counts.size() == 1 ? cells(counts, Set.of(0)).get(0) : Shown.KEPT_BACK;
    }

    private static int sum(Stream<Integer> counts) {
        return counts.mapToInt(Integer::intValue).sum();
    }
}
