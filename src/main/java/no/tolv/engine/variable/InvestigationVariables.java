package no.tolv.engine.variable;

import java.util.List;

/** What {@code investigation} decides by; {@code measuresNeeded} goes back to the caller. */
public final class InvestigationVariables {

    public static final ProcessVariable<String> INVESTIGATOR = new ProcessVariable<>("investigator", String.class);
    public static final ProcessVariable<String> TALKS_WITH_PUPIL =
            new ProcessVariable<>("talksWithPupil", String.class);
    public static final ProcessVariable<String> INFORMS_GUARDIANS =
            new ProcessVariable<>("informsGuardians", String.class);
    public static final ProcessVariable<Integer> OTHERS_TO_HEAR = new ProcessVariable<>("othersToHear", Integer.class);
    public static final ProcessVariable<Boolean> MEASURES_NEEDED =
            new ProcessVariable<>("measuresNeeded", Boolean.class);

    static final List<ProcessVariable<?>> ALL =
            List.of(INVESTIGATOR, TALKS_WITH_PUPIL, INFORMS_GUARDIANS, OTHERS_TO_HEAR, MEASURES_NEEDED);

    private InvestigationVariables() {}
}
