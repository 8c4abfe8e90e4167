package no.tolv.deadline;

import static no.tolv.deadline.Deadlines.Count.CALENDAR_DAYS;
import static no.tolv.deadline.Deadlines.Count.SCHOOL_DAYS;
import static no.tolv.deadline.Deadlines.Count.WORKING_DAYS;
import static no.tolv.deadline.TolvClock.OSLO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import no.tolv.deadline.Deadlines.Count;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Frister i dager som teller")
class DeadlinesTest {

    private final Deadlines deadlines = at("2026-11-20T23:59");

    private static Deadlines at(String oslo) {
        return new Deadlines(new WorkingDays(), SchoolDaysTest.demo(), Clock.fixed(instant(oslo), ZoneOffset.UTC));
    }

    private static Instant instant(String oslo) {
        return LocalDateTime.parse(oslo).atZone(OSLO).toInstant();
    }

    @ParameterizedTest(name = "Meldt {0}: muren står {1}")
    @CsvSource({
        "2026-11-20T23:59, 2026-11-28T00:00", // Friday night is day zero
        "2026-11-21T00:00, 2026-11-28T00:00", // a minute later, on Saturday, nothing is won
        "2026-11-22T23:59, 2026-11-28T00:00",
        "2026-11-23T00:00, 2026-12-01T00:00",
        "2027-03-23T08:00, 2027-04-03T00:00", // Easter, and the night the clock goes forward
        "2026-10-22T12:00, 2026-10-30T00:00", // the night the clock goes back
        "2026-10-25T02:30, 2026-10-31T00:00",
        "2027-07-07T10:00, 2027-07-15T00:00", // summer holidays do not stop the law
        "2026-12-23T10:00, 2027-01-01T00:00",
        "2027-05-14T15:00, 2027-05-25T00:00"
    })
    void wall(String raised, String expected) {
        assertThat(deadlines.wall(instant(raised))).isEqualTo(instant(expected));
    }

    @Test
    @DisplayName("Muren rykker aldri bakover, og er aldri kortere enn fem døgn, uansett minutt i byttenettene")
    void wallIsSteadyThroughSwitchNights() {
        for (String night : new String[] {"2026-10-24T20:00", "2027-03-27T20:00"}) {
            Instant last = Instant.MIN;
            for (int minute = 0; minute < 12 * 60; minute++) {
                Instant raised = instant(night).plus(Duration.ofMinutes(minute));
                Instant wall = deadlines.wall(raised);
                assertThat(wall).isAfterOrEqualTo(last).isAfter(raised.plus(Duration.ofDays(5)));
                assertThat(wall.atZone(OSLO).toLocalTime()).hasToString("00:00");
                last = wall;
            }
        }
    }

    @ParameterizedTest(name = "{0} + {1} {2} ved {3} = {4}")
    @CsvSource({
        "2026-11-20T23:59, 1, workingDays, midtstuen, 2026-11-23T16:00",
        "2027-03-23T09:00, 5, workingDays, midtstuen, 2027-04-02T16:00",
        "2026-10-02T09:00, 1, schoolDays, hjellestad, 2026-10-12T16:00",
        "2026-10-02T09:00, 1, workingDays, hjellestad, 2026-10-05T16:00",
        "2026-10-24T09:00, 1, calendarDays, hjellestad, 2026-10-25T16:00",
        "2027-03-27T09:00, 1, calendarDays, hjellestad, 2027-03-28T16:00",
        "2026-11-27T16:00, -2, workingDays, midtstuen, 2026-11-25T16:00",
        "2026-11-23T09:00, 0, workingDays, midtstuen, 2026-11-23T16:00",
        "2026-11-23T17:30, 0, workingDays, midtstuen, 2026-11-23T17:30",
        "2026-11-23T09:00, 4, workingHours, midtstuen, 2026-11-23T13:00",
        "2026-11-23T14:30, 4, workingHours, midtstuen, 2026-11-24T10:30",
        "2026-11-20T23:59, 4, workingHours, midtstuen, 2026-11-23T12:00",
        "2026-11-23T05:00, 8, workingHours, midtstuen, 2026-11-23T16:00",
        "2027-03-24T15:00, 2, workingHours, midtstuen, 2027-03-30T09:00",
        "2026-11-23T12:00, -2, workingHours, midtstuen, 2026-11-23T10:00",
        "2026-11-23T09:00, -2, workingHours, midtstuen, 2026-11-20T15:00",
        "2026-11-22T09:00, -8, workingHours, midtstuen, 2026-11-20T08:00",
        "2026-11-23T17:00, 0, workingHours, midtstuen, 2026-11-23T17:00"
    })
    void after(String from, int amount, String count, String unit, String expected) {
        assertThat(deadlines.after(instant(from), amount, Count.of(count), unit))
                .isEqualTo(instant(expected));
    }

    @Test
    @DisplayName("Skoledager er aldri kortere enn arbeidsdager, og ingen frist ligger før den begynte")
    void schoolDaysAreNeverShorter() {
        LocalDate.of(2026, 8, 17).datesUntil(LocalDate.of(2028, 6, 20)).forEach(day -> {
            Instant from = day.atTime(18, 0).atZone(OSLO).toInstant();
            Instant working = deadlines.after(from, 3, WORKING_DAYS, "aune");
            assertThat(deadlines.after(from, 3, SCHOOL_DAYS, "aune")).isAfterOrEqualTo(working);
            assertThat(deadlines.after(from, 0, CALENDAR_DAYS, "aune")).isEqualTo(from);
        });
    }

    @Test
    void readsOslo() {
        assertThat(at("2026-11-21T00:30").today()).isEqualTo("2026-11-21");
        assertThat(deadlines.today()).isEqualTo("2026-11-20");
        assertThat(deadlines.morningOf(LocalDate.of(2026, 11, 23))).isEqualTo("2026-11-23T06:00:00Z");
        assertThat(deadlines.morningOf(LocalDate.of(2027, 6, 1))).isEqualTo("2027-06-01T05:00:00Z");
    }

    @Test
    void refusesUnknownKindOfDay() {
        assertThatThrownBy(() -> Count.of("fortnights")).hasMessageContaining("«fortnights»");
    }
}
