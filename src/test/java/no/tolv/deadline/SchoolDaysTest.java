package no.tolv.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import no.tolv.organisation.Unit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@DisplayName("Skoledager etter skoleruta")
@ExtendWith(OutputCaptureExtension.class)
class SchoolDaysTest {

    static final Map<String, String> OWNERS = Map.of(
            "hagen", "nittedal",
            "trosterud", "oslo",
            "midtstuen", "oslo",
            "hjellestad", "bergen",
            "aune", "oppdal",
            "pikhaugen", "oppdal");

    private final SchoolDays schoolDays = demo();

    static SchoolDays demo() {
        return new SchoolDays(new WorkingDays(), SchoolDaysTest::unit, "classpath:/demo/calendars/");
    }

    private static Optional<Unit> unit(String id) {
        return Optional.ofNullable(OWNERS.get(id)).map(owner -> new Unit(id, id, Unit.Kind.SCHOOL, owner, "nb"));
    }

    @ParameterizedTest(name = "{0} har fri {1}")
    @CsvSource({
        "hjellestad, 2026-10-05",
        "hjellestad, 2026-10-09",
        "hjellestad, 2027-03-01",
        "hjellestad, 2027-03-05",
        "hjellestad, 2027-03-22",
        "hjellestad, 2027-03-29",
        "midtstuen, 2027-02-24",
        "hagen, 2026-10-01",
        "aune, 2027-07-14",
        "hagen, 2027-05-17",
        "trosterud, 2026-11-21"
    })
    void isFree(String unit, LocalDate date) {
        assertThat(schoolDays.isSchoolDay(unit, date)).isFalse();
    }

    @ParameterizedTest(name = "{0} har skole {1}")
    @CsvSource({
        "hjellestad, 2026-10-12",
        "hjellestad, 2027-02-24",
        "midtstuen, 2027-03-03",
        "pikhaugen, 2026-12-23",
        "aune, 2027-11-09",
        "hagen, 2028-05-22"
    })
    void isOpen(String unit, LocalDate date) {
        assertThat(schoolDays.isSchoolDay(unit, date)).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1} flyttes til {2}")
    @CsvSource({
        "hjellestad, 2027-03-24, 2027-03-19",
        "hjellestad, 2026-10-07, 2026-10-02",
        "midtstuen, 2027-01-02, 2026-12-21",
        "midtstuen, 2027-07-20, 2027-06-18",
        "aune, 2026-11-21, 2026-11-18",
        "aune, 2026-11-23, 2026-11-23"
    })
    void movesEarlier(String unit, LocalDate date, LocalDate expected) {
        assertThat(schoolDays.onOrBefore(unit, date)).isEqualTo(expected);
    }

    @Test
    void countsSchoolDaysOverHoliday() {
        assertThat(schoolDays.plus("hjellestad", LocalDate.of(2026, 10, 1), 2)).isEqualTo("2026-10-12");
        assertThat(schoolDays.plus("hjellestad", LocalDate.of(2026, 10, 12), -2))
                .isEqualTo("2026-10-01");
    }

    @ParameterizedTest(name = "{0} har to hele skoleår")
    @ValueSource(strings = {"hagen", "trosterud", "midtstuen", "hjellestad", "aune"})
    void twoYearsArePlausible(String unit) {
        assertThat(schoolDaysIn(unit, LocalDate.of(2026, 8, 1))).isBetween(185L, 195L);
        assertThat(schoolDaysIn(unit, LocalDate.of(2027, 8, 1))).isBetween(185L, 195L);
    }

    private long schoolDaysIn(String unit, LocalDate first) {
        return first.datesUntil(LocalDate.of(first.getYear() + 1, 8, 1))
                .filter(day -> schoolDays.isSchoolDay(unit, day))
                .count();
    }

    @Test
    @DisplayName("Utenfor skoleruta er arbeidsdager utenom juli skoledager, og loggen sier fra én gang")
    void beyondTheCalendar(CapturedOutput output) {
        assertThat(schoolDays.isSchoolDay("aune", LocalDate.of(2029, 2, 7))).isTrue();
        assertThat(schoolDays.isSchoolDay("aune", LocalDate.of(2029, 7, 11))).isFalse();
        assertThat(schoolDays.isSchoolDay("aune", LocalDate.of(2029, 5, 17))).isFalse();
        assertThat(output.getOut().split("Skoleruta for aune", -1)).hasSize(2);
    }
}
