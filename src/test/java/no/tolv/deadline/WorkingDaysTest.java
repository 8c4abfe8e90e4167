package no.tolv.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Arbeidsdager: mandag til fredag uten helligdager")
class WorkingDaysTest {

    private final WorkingDays workingDays = new WorkingDays();

    @ParameterizedTest(name = "{0} + {1} arbeidsdager = {2}")
    @CsvSource({
        "2026-11-23, 5, 2026-11-30",
        "2026-11-20, 5, 2026-11-27",
        "2026-11-21, 5, 2026-11-27",
        "2027-03-23, 5, 2027-04-02", // Easter 2027
        "2027-05-14, 1, 2027-05-18", // 17 May is Whit Monday: one day, not two
        "2027-05-10, 5, 2027-05-18",
        "2027-04-30, 1, 2027-05-03", // 1 May on a Saturday gives no extra day
        "2026-12-23, 1, 2026-12-24",
        "2026-12-23, 2, 2026-12-28",
        "2026-12-23, 5, 2026-12-31",
        "2026-12-31, 1, 2027-01-04",
        "2026-10-23, 1, 2026-10-26", // across the night the clock goes back
        "2027-03-26, 1, 2027-03-30", // across the night it goes forward
        "2026-11-23, 0, 2026-11-23",
        "2027-04-02, -5, 2027-03-23",
        "2027-05-18, -1, 2027-05-14"
    })
    void counts(LocalDate from, int days, LocalDate expected) {
        assertThat(workingDays.plus(from, days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-25",
                "2027-01-01",
                "2027-03-25",
                "2027-03-26",
                "2027-03-29",
                "2027-05-06",
                "2027-05-17",
                "2028-04-17",
                "2026-11-21",
                "2026-11-22"
            })
    void isFree(LocalDate date) {
        assertThat(workingDays.isWorkingDay(date)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-24", "2026-12-31", "2027-03-24", "2027-05-07", "2027-07-14"})
    void isWorked(LocalDate date) {
        assertThat(workingDays.isWorkingDay(date)).isTrue();
    }

    @Test
    @DisplayName("Frem og tilbake gir samme arbeidsdag, hver dag i ti år")
    void forwardAndBack() {
        Stream.iterate(LocalDate.of(2026, Month.JANUARY, 1), day -> day.plusDays(1))
                .limit(3653)
                .filter(workingDays::isWorkingDay)
                .forEach(day -> assertThat(workingDays.plus(workingDays.plus(day, 5), -5))
                        .isEqualTo(day));
    }

    @Test
    @DisplayName("Hvert år har mellom 248 og 256 arbeidsdager, og ingen av dem er i helga")
    void yearsArePlausible() {
        for (int year = 2026; year < 2036; year++) {
            LocalDate first = LocalDate.of(year, 1, 1);
            assertThat(first.datesUntil(first.plusYears(1)).filter(workingDays::isWorkingDay))
                    .hasSizeBetween(248, 256)
                    .allMatch(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
        }
    }
}
