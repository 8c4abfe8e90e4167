package no.tolv.engine.variable;

import java.util.List;

/** What {@code undeliveredMail} decides by; {@code undelivered} is an id, and the recipient is not named. */
public final class UndeliveredMailVariables {

    public static final ProcessVariable<String> UNDELIVERED = new ProcessVariable<>("undelivered", String.class);
    public static final ProcessVariable<Boolean> TRY_AGAIN = new ProcessVariable<>("tryAgain", Boolean.class);

    static final List<ProcessVariable<?>> ALL = List.of(UNDELIVERED, TRY_AGAIN);

    private UndeliveredMailVariables() {}
}
