package no.tolv.engine.variable;

import java.util.List;

/** What {@code caseEvent} decides by. */
public final class CaseEventVariables {

    public static final ProcessVariable<String> EVENT = new ProcessVariable<>("event", String.class);

    static final List<ProcessVariable<?>> ALL = List.of(EVENT);

    private CaseEventVariables() {}
}
