package no.tolv.deadline;

import static de.focus_shift.jollyday.core.HolidayCalendar.NORWAY;
import static de.focus_shift.jollyday.core.ManagerParameters.create;

import de.focus_shift.jollyday.core.HolidayManager;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Monday to Friday without Norwegian public holidays; the day of the report is day zero (law §6). */
@Component
public class WorkingDays {

    private final HolidayManager holidays = HolidayManager.getInstance(create(NORWAY));

    /** True from Monday to Friday, except on a public holiday; 24 and 31 December are ordinary days. */
    public boolean isWorkingDay(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !holidays.isHoliday(date);
    }

    /** The date that is {@code days} working days after (or, when negative, before) the given one. */
    public LocalDate plus(LocalDate date, int days) {
        return DayWalk.plus(date, days, this::isWorkingDay);
    }
}
