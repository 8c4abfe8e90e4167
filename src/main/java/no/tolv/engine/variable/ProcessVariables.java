package no.tolv.engine.variable;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every variable a process may carry, by process; what is not declared here never enters the engine (design §6). */
public final class ProcessVariables {

    private static final Map<String, List<ProcessVariable<?>>> BY_PROCESS = Map.of(
            "activityDuty", ActivityDutyVariables.ALL,
            "investigation", InvestigationVariables.ALL,
            "activityPlan", ActivityPlanVariables.ALL,
            "measureFollowUp", MeasureFollowUpVariables.ALL,
            "ownerNotice", OwnerNoticeVariables.ALL,
            "caseEvent", CaseEventVariables.ALL,
            "readingReview", ReadingReviewVariables.ALL,
            "undeliveredMail", UndeliveredMailVariables.ALL);

    private ProcessVariables() {}

    /** The variables themselves when the process declares all of them, with the right types. */
    public static Map<String, Object> checked(String process, Map<String, Object> variables) {
        variables.forEach((name, value) -> check(process, name, value));
        return variables;
    }

    /** As {@link #checked}, for variables that go to whichever process waits for them. */
    public static void checkedAnywhere(Map<String, Object> variables) {
        variables.keySet().stream()
                .filter(name -> !isDeclaredAnywhere(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UndeclaredVariable(name, "som venter på meldingen");
                });
    }

    private static void check(String process, String name, Object value) {
        ProcessVariable<?> declared = declaredBy(process)
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UndeclaredVariable(name, process));
        if (value != null && !declared.type().isInstance(value)) {
            throw new UndeclaredVariable(name, process, declared.type());
        }
    }

    private static Stream<ProcessVariable<?>> declaredBy(String process) {
        return Stream.concat(CommonVariables.ALL.stream(), BY_PROCESS.getOrDefault(process, List.of()).stream());
    }

    /** True when some process declares a variable of that name. */
    public static boolean isDeclaredAnywhere(String name) {
        return Stream.concat(
                        CommonVariables.ALL.stream(),
                        BY_PROCESS.values().stream().flatMap(List::stream))
                .anyMatch(variable -> variable.name().equals(name));
    }
}
