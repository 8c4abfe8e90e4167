package no.tolv.deadline;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The days pupils are at school, by the unit's own calendar, else its municipality's (Opplæringslova § 14-1). Calendars
 * are files {@code <unit>.csv} in the folder {@code tolv.calendars}. Outside what a calendar knows, a working day that
 * is not in July counts as a school day.
 */
@Component
public class SchoolDays {

    private static final Logger log = LoggerFactory.getLogger(SchoolDays.class);

    private final WorkingDays workingDays;
    private final Function<String, Optional<Unit>> units;
    private final Map<String, SchoolCalendar> calendars;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    @Autowired
    SchoolDays(
            WorkingDays workingDays,
            Organisation organisation,
            @Value("${tolv.calendars:classpath:/demo/calendars/}") String folder) {
        this(workingDays, organisation::unit, folder);
    }

    SchoolDays(WorkingDays workingDays, Function<String, Optional<Unit>> units, String folder) {
        this.workingDays = workingDays;
        this.units = units;
        this.calendars = read(folder);
    }

    public boolean isSchoolDay(String unit, LocalDate date) {
        return workingDays.isWorkingDay(date) && isOpen(unit, date);
    }

    /** The date itself when it is a school day, else the last school day before: an evaluation moves earlier, never later. */
    public LocalDate onOrBefore(String unit, LocalDate date) {
        return isSchoolDay(unit, date) ? date : plus(unit, date, -1);
    }

    /** The date that is {@code days} school days after (or, when negative, before) the given one. */
    public LocalDate plus(String unit, LocalDate date, int days) {
        return DayWalk.plus(date, days, day -> isSchoolDay(unit, day));
    }

    private boolean isOpen(String unit, LocalDate date) {
        Optional<SchoolCalendar> calendar = calendarOf(unit).filter(known -> known.knows(date));
        return calendar.map(known -> known.isOpen(date)).orElseGet(() -> guess(unit, date));
    }

    private Optional<SchoolCalendar> calendarOf(String unit) {
        return Optional.ofNullable(calendars.get(unit))
                .or(() -> units.apply(unit).map(Unit::owner).map(calendars::get));
    }

    private boolean guess(String unit, LocalDate date) {
        if (warned.add(unit)) {
            log.warn("Skoleruta for {} dekker ikke {}. Arbeidsdager utenom juli regnes som skoledager.", unit, date);
        }
        return date.getMonth() != Month.JULY;
    }

    private static Map<String, SchoolCalendar> read(String folder) {
        return Arrays.stream(files(folder))
                .collect(Collectors.toUnmodifiableMap(SchoolDays::unit, file -> new CalendarFile(file).read()));
    }

    private static Resource[] files(String folder) {
        String pattern = (folder.endsWith("/") ? folder : folder + "/") + "*.csv";
        try {
            return some(new PathMatchingResourcePatternResolver().getResources(pattern), folder);
        } catch (IOException missing) {
            throw noCalendars(folder);
        }
    }

    private static Resource[] some(Resource[] found, String folder) {
        if (found.length == 0) {
            throw noCalendars(folder);
        }
        return found;
    }

    private static CalendarBroken noCalendars(String folder) {
        return new CalendarBroken(
                "Det finnes ingen skoleruter (*.csv) i mappa " + folder + ", som tolv.calendars peker på.");
    }

    private static String unit(Resource file) {
        return file.getFilename().replaceFirst("\\.csv$", "");
    }
}
