package no.tolv.engine.variable;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What {@code readingReview} decides by; {@code review} is the review's id, and no case is named. */
public final class ReadingReviewVariables {

    public static final ProcessVariable<String> REVIEW = new ProcessVariable<>("review", String.class);

    /** Staff ids with commas between: they have read, or are shut out of one of the cases, and get no task of it. */
    public static final ProcessVariable<String> KEPT_OUT = new ProcessVariable<>("keptOut", String.class);

    public static final ProcessVariable<Boolean> BREACH = new ProcessVariable<>("breach", Boolean.class);

    static final List<ProcessVariable<?>> ALL = List.of(REVIEW, KEPT_OUT, BREACH);

    private ReadingReviewVariables() {}

    /** The staff ids of {@link #KEPT_OUT}; nobody in a process without it. */
    public static Set<String> keptOut(VariableScope scope) {
        return KEPT_OUT.in(scope).map(ids -> Set.of(ids.split(","))).orElse(Set.of());
    }
}
