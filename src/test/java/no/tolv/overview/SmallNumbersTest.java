package no.tolv.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.tolv.overview.SmallNumbers.Shown;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Små tall vises ikke, og kan ikke regnes ut")
class SmallNumbersTest {

    /** No cell of the tables that are tried out is larger. */
    private static final int LARGEST = 8;

    /** So large that a guess at a cell is never cut off: the largest, and all that two others can have been. */
    private static final int LARGEST_GUESS = LARGEST + 4 + 4;

    @Test
    @DisplayName("store tall vises med summen")
    void largeOnes() {
        SmallNumbers numbers = SmallNumbers.of(List.of(5, 12, 9));
        assertThat(told(numbers)).containsExactly(5, 12, 9);
        assertThat(numbers.total().told()).isEqualTo(26);
    }

    @Test
    @DisplayName("ett lite tall tar med seg det minste av de store, ellers kunne det regnes ut av summen")
    void oneSmallOne() {
        SmallNumbers numbers = SmallNumbers.of(List.of(2, 12, 9));
        assertThat(told(numbers)).containsExactly("færre enn 5", 12, "vises ikke");
        assertThat(numbers.total().told()).isEqualTo(23);
    }

    @Test
    @DisplayName("ett lite tall alene har ingen sum, og ingen tall er også for få")
    void alone() {
        for (int count = 0; count < 5; count++) {
            SmallNumbers numbers = SmallNumbers.of(List.of(count));
            assertThat(told(numbers)).containsExactly("færre enn 5");
            assertThat(numbers.total().told()).isEqualTo("færre enn 5");
        }
        assertThat(told(SmallNumbers.of(List.of(5)))).containsExactly(5);
    }

    @Test
    @DisplayName("uansett tall kan hvert lite tall være alt fra null til fire for den som ser tabellen")
    void cannotBeWorkedOut() {
        int tables = 0;
        for (List<Integer> counts : tables()) {
            SmallNumbers shown = SmallNumbers.of(counts);
            List<Set<Integer>> possible = possible(shown, counts.size());
            for (int cell = 0; cell < counts.size(); cell++) {
                if (counts.get(cell) < 5) {
                    assertThat(possible.get(cell))
                            .as("%s shown as %s, %s", counts, told(shown), shown.total())
                            .contains(0, 1, 2, 3, 4);
                }
            }
            tables++;
        }
        assertThat(tables).isEqualTo(9 + 9 * 9 + 9 * 9 * 9);
    }

    private static List<List<Integer>> tables() {
        return Stream.of(1, 2, 3).flatMap(size -> all(size, LARGEST).stream()).toList();
    }

    private static List<List<Integer>> all(int size, int largest) {
        List<List<Integer>> tables = new ArrayList<>(List.of(List.of()));
        for (int cell = 0; cell < size; cell++) {
            tables = new ArrayList<>(tables.stream()
                    .flatMap(table -> IntStream.rangeClosed(0, largest)
                            .mapToObj(count -> Stream.concat(table.stream(), Stream.of(count))
                                    .toList()))
                    .toList());
        }
        return tables;
    }

    /** What each cell can be, for one who goes through all tables that would fit what is shown. */
    private static List<Set<Integer>> possible(SmallNumbers shown, int size) {
        List<Set<Integer>> possible = new ArrayList<>();
        IntStream.range(0, size).forEach(cell -> possible.add(new HashSet<>()));
        all(size, LARGEST_GUESS).stream()
                .filter(guess -> fits(guess, shown))
                .forEach(guess -> IntStream.range(0, size)
                        .forEach(cell -> possible.get(cell).add(guess.get(cell))));
        return possible;
    }

    private static boolean fits(List<Integer> guess, SmallNumbers shown) {
        int sum = guess.stream().mapToInt(Integer::intValue).sum();
        return fitsTotal(sum, shown)
                && IntStream.range(0, guess.size())
                        .allMatch(cell -> fits(guess.get(cell), shown.cells().get(cell)));
    }

    /** A total that is kept back is not told to be large, unless it is that of one cell. */
    private static boolean fitsTotal(int sum, SmallNumbers shown) {
        boolean neutral = shown.cells().size() > 1 && !shown.total().isShown();
        return neutral ? shown.total().equals(Shown.KEPT_BACK) : fits(sum, shown.total());
    }

    private static boolean fits(int count, Shown shown) {
        if (shown.isShown()) {
            return shown.count() == count;
        }
        return shown.equals(Shown.FEWER) == count < 5;
    }

    private static List<Object> told(SmallNumbers numbers) {
        return numbers.cells().stream().map(Shown::told).toList();
    }
}
