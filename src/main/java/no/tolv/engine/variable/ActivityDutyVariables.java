package no.tolv.engine.variable;

import java.util.Date;
import java.util.List;

/** What {@code activityDuty} decides by. {@code serious} and {@code absentUnsafe} are created only when they become true. */
public final class ActivityDutyVariables {

    public static final ProcessVariable<String> SUSPECT = new ProcessVariable<>("suspect", String.class);
    public static final ProcessVariable<String> RECEIVER = new ProcessVariable<>("receiver", String.class);
    public static final ProcessVariable<String> INVESTIGATOR_ROLE =
            new ProcessVariable<>("investigatorRole", String.class);
    public static final ProcessVariable<String> GUARDIAN_CONTACT_ROLE =
            new ProcessVariable<>("guardianContactRole", String.class);
    public static final ProcessVariable<Date> REPORTED_AT = new ProcessVariable<>("reportedAt", Date.class);
    public static final ProcessVariable<Date> WALL_AT = new ProcessVariable<>("wallAt", Date.class);
    public static final ProcessVariable<Boolean> DUPLICATE = new ProcessVariable<>("duplicate", Boolean.class);
    public static final ProcessVariable<String> SURVIVING_CASE = new ProcessVariable<>("survivingCase", String.class);
    public static final ProcessVariable<Boolean> SERIOUS = new ProcessVariable<>("serious", Boolean.class);
    public static final ProcessVariable<Boolean> ABSENT_UNSAFE = new ProcessVariable<>("absentUnsafe", Boolean.class);
    public static final ProcessVariable<Boolean> MEASURES_NEEDED =
            new ProcessVariable<>("measuresNeeded", Boolean.class);
    public static final ProcessVariable<Date> WATCH_UNTIL = new ProcessVariable<>("watchUntil", Date.class);
    public static final ProcessVariable<Boolean> STILL_SAFE = new ProcessVariable<>("stillSafe", Boolean.class);
    public static final ProcessVariable<Boolean> PLAN_IN_FORCE = new ProcessVariable<>("planInForce", Boolean.class);

    static final List<ProcessVariable<?>> ALL = List.of(
            SUSPECT,
            RECEIVER,
            INVESTIGATOR_ROLE,
            GUARDIAN_CONTACT_ROLE,
            REPORTED_AT,
            WALL_AT,
            DUPLICATE,
            SURVIVING_CASE,
            SERIOUS,
            ABSENT_UNSAFE,
            MEASURES_NEEDED,
            WATCH_UNTIL,
            STILL_SAFE,
            PLAN_IN_FORCE);

    private ActivityDutyVariables() {}
}
