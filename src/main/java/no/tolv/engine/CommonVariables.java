package no.tolv.engine;

import java.util.List;

/** What every process of a case knows: the case and its unit. */
public final class CommonVariables {

    public static final ProcessVariable<String> CASE_NUMBER = new ProcessVariable<>("caseNumber", String.class);
    public static final ProcessVariable<String> UNIT = new ProcessVariable<>("unit", String.class);

    static final List<ProcessVariable<?>> ALL = List.of(CASE_NUMBER, UNIT);

    private CommonVariables() {}
}
