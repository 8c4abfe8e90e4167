package no.tolv.reading;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static no.tolv.deadline.TolvClock.OSLO;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.Reading;
import no.tolv.casefile.Readings;
import no.tolv.deadline.WorkingDays;
import no.tolv.engine.Decisions;
import no.tolv.engine.TableCodes;
import no.tolv.organisation.Role;
import org.springframework.stereotype.Component;

/** Finds readings somebody ought to look at, by the {@code readingRules} table: per person, day and sign. */
@Component
class UnusualReadings implements TableCodes {

    private static final String NO_ROLE = "none";
    private static final String TABLE = "readingRules";
    private static final LocalTime OPENS = LocalTime.of(7, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    /** Asking who has read is how readings are looked after, and no reading of what stands in a case. */
    private static final String OF_THE_TRACE = "readings";

    private final Readings readings;
    private final Exclusions exclusions;
    private final WorkingDays workingDays;
    private final Decisions decisions;

    UnusualReadings(Readings readings, Exclusions exclusions, WorkingDays workingDays, Decisions decisions) {
        this.readings = readings;
        this.exclusions = exclusions;
        this.workingDays = workingDays;
        this.decisions = decisions;
    }

    @Override
    public Map<String, Set<String>> byInput() {
        return Map.of(
                "sign", Arrays.stream(Sign.values()).map(Sign::code).collect(toSet()),
                "role",
                        Stream.concat(
                                        Stream.of(NO_ROLE),
                                        Arrays.stream(Role.values()).map(Role::id))
                                .collect(toSet()));
    }

    private record Same(LocalDate day, String reader, Sign sign) {

        static final Comparator<Same> BY_DAY =
                Comparator.comparing(Same::day).thenComparing(Same::reader).thenComparing(Same::sign);
    }

    /** What was out of the ordinary at a unit in a period, in the order of days. */
    List<Finding> at(String unit, Instant from, Instant until) {
        Map<String, Set<String>> shutOut = new HashMap<>();
        Map<Same, List<Reading>> bySign = new TreeMap<>(Same.BY_DAY);
        for (Reading reading : readings.at(unit, from, until)) {
            LocalDate day = reading.at().atZone(OSLO).toLocalDate();
            signs(reading, shutOut)
                    .forEach(sign -> bySign.computeIfAbsent(
                                    new Same(day, reading.reader(), sign), same -> new ArrayList<>())
                            .add(reading));
        }
        return bySign.entrySet().stream()
                .filter(found -> isUnusual(unit, found.getKey(), found.getValue()))
                .map(found -> finding(unit, found.getKey(), found.getValue()))
                .toList();
    }

    private Set<Sign> signs(Reading reading, Map<String, Set<String>> shutOut) {
        if (!reading.allowed()) {
            return EnumSet.of(isShutOut(reading, shutOut) ? Sign.KEPT_OUT : Sign.REFUSED);
        }
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        if (!OF_THE_TRACE.equals(reading.what())) {
            signs.add(Sign.MANY_CASES);
            addIf(reading.closed(), signs, Sign.CLOSED_CASE);
            addIf(!isWorkingTime(reading.at().atZone(OSLO)), signs, Sign.OUTSIDE_HOURS);
        }
        return signs;
    }

    private static void addIf(boolean so, Set<Sign> signs, Sign sign) {
        if (so) {
            signs.add(sign);
        }
    }

    private boolean isShutOut(Reading reading, Map<String, Set<String>> shutOut) {
        return reading.caseNumber() != null
                && shutOut.computeIfAbsent(reading.caseNumber(), exclusions::of).contains(reading.reader());
    }

    private boolean isWorkingTime(ZonedDateTime at) {
        return workingDays.isWorkingDay(at.toLocalDate())
                && !at.toLocalTime().isBefore(OPENS)
                && at.toLocalTime().isBefore(CLOSES);
    }

    private boolean isUnusual(String unit, Same same, List<Reading> readings) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("unit", unit);
        inputs.put("sign", same.sign().code());
        inputs.put("role", Objects.requireNonNullElse(readings.get(0).role(), NO_ROLE));
        inputs.put("times", times(same.sign(), readings));
        return decisions
                .first(TABLE, inputs)
                .filter(row -> Boolean.TRUE.equals(row.get("unusual")))
                .isPresent();
    }

    /** Cases count once, however often each is read; of the rest every reading counts. */
    private static int times(Sign sign, List<Reading> readings) {
        return sign == Sign.MANY_CASES
                ? readings.stream().collect(groupingBy(Reading::caseNumber)).size()
                : readings.size();
    }

    private static Finding finding(String unit, Same same, List<Reading> readings) {
        return new Finding(
                UUID.randomUUID().toString(), unit, same.reader(), same.day(), same.sign(), List.copyOf(readings));
    }
}
