package no.tolv.engine.variable;

import java.util.Date;
import java.util.List;

/** What {@code measureFollowUp} decides by; {@code measure} is the measure's id. */
public final class MeasureFollowUpVariables {

    public static final ProcessVariable<String> MEASURE = new ProcessVariable<>("measure", String.class);
    public static final ProcessVariable<String> RESPONSIBLE = new ProcessVariable<>("responsible", String.class);
    public static final ProcessVariable<Date> PERIOD_ENDS_AT = new ProcessVariable<>("periodEndsAt", Date.class);
    public static final ProcessVariable<Date> EVALUATION_AT = new ProcessVariable<>("evaluationAt", Date.class);

    static final List<ProcessVariable<?>> ALL = List.of(MEASURE, RESPONSIBLE, PERIOD_ENDS_AT, EVALUATION_AT);

    private MeasureFollowUpVariables() {}
}
