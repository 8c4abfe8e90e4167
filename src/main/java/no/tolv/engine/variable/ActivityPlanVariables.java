package no.tolv.engine.variable;

import java.util.Date;
import java.util.List;

/** What {@code activityPlan} decides by. */
public final class ActivityPlanVariables {

    public static final ProcessVariable<Integer> PLAN_VERSION = new ProcessVariable<>("planVersion", Integer.class);
    public static final ProcessVariable<Date> EVALUATION_AT = new ProcessVariable<>("evaluationAt", Date.class);
    public static final ProcessVariable<Date> INFORMATION_AT = new ProcessVariable<>("informationAt", Date.class);
    public static final ProcessVariable<Date> WEEKLY_AT = new ProcessVariable<>("weeklyAt", Date.class);
    public static final ProcessVariable<Boolean> WEEKLY_FOLLOW_UP =
            new ProcessVariable<>("weeklyFollowUp", Boolean.class);
    public static final ProcessVariable<Boolean> TEAM_DISCUSSION =
            new ProcessVariable<>("teamDiscussion", Boolean.class);
    public static final ProcessVariable<Integer> EXTENSIONS = new ProcessVariable<>("extensions", Integer.class);
    public static final ProcessVariable<Boolean> PUPIL_SAFE = new ProcessVariable<>("pupilSafe", Boolean.class);

    static final List<ProcessVariable<?>> ALL = List.of(
            PLAN_VERSION,
            EVALUATION_AT,
            INFORMATION_AT,
            WEEKLY_AT,
            WEEKLY_FOLLOW_UP,
            TEAM_DISCUSSION,
            EXTENSIONS,
            PUPIL_SAFE);

    private ActivityPlanVariables() {}
}
