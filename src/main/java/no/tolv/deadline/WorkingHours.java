package no.tolv.deadline;

import static no.tolv.deadline.TolvClock.OSLO;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Hours counted from 08:00 to 16:00 in Oslo on working days. */
class WorkingHours {

    static final LocalTime OPENS = LocalTime.of(8, 0);
    static final LocalTime CLOSES = LocalTime.of(16, 0);

    private final WorkingDays workingDays;

    WorkingHours(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** The instant {@code hours} working hours after (or, when negative, before) {@code from}. */
    Instant plus(Instant from, int hours) {
        LocalDateTime local = LocalDateTime.ofInstant(from, OSLO);
        LocalDateTime moved = hours < 0
                ? back(local, Duration.ofHours(-hours))
                : hours > 0 ? forward(local, Duration.ofHours(hours)) : local;
        return moved.atZone(OSLO).toInstant();
    }

    private LocalDateTime forward(LocalDateTime from, Duration hours) {
        LocalDateTime start = opening(from);
        Duration today = Duration.between(start, start.with(CLOSES));
        return hours.compareTo(today) <= 0
                ? start.plus(hours)
                : forward(start.toLocalDate().plusDays(1).atTime(OPENS), hours.minus(today));
    }

    private LocalDateTime back(LocalDateTime from, Duration hours) {
        LocalDateTime end = closing(from);
        Duration today = Duration.between(end.with(OPENS), end);
        return hours.compareTo(today) <= 0
                ? end.minus(hours)
                : back(end.toLocalDate().minusDays(1).atTime(CLOSES), hours.minus(today));
    }

    private LocalDateTime opening(LocalDateTime time) {
        LocalDate date = time.toLocalDate();
        if (!workingDays.isWorkingDay(date) || time.toLocalTime().isAfter(CLOSES)) {
            return workingDays.plus(date, 1).atTime(OPENS);
        }
        return time.toLocalTime().isBefore(OPENS) ? date.atTime(OPENS) : time;
    }

    private LocalDateTime closing(LocalDateTime time) {
        LocalDate date = time.toLocalDate();
        if (!workingDays.isWorkingDay(date) || time.toLocalTime().isBefore(OPENS)) {
            return workingDays.plus(date, -1).atTime(CLOSES);
        }
        return time.toLocalTime().isAfter(CLOSES) ? date.atTime(CLOSES) : time;
    }
}
