package no.tolv.plan;

import java.util.Map;

/**
 * How often plans are evaluated at a unit, as the {@code evaluationInterval} table says.
 *
 * @param defaultWeeks what a new plan suggests
 * @param maxWeeks the latest an evaluation may be
 * @param informationLeadDays working days before the evaluation when information is to be gathered
 * @param weeklyFollowUp whether the measures are gone through every week
 * @param teamBeforeEvaluation whether a changed plan is discussed in a team first
 * @param teamName what the unit calls that team
 * @param guardiansEvaluate whether the guardians evaluate together with the school
 */
public record EvaluationInterval(
        int defaultWeeks,
        int maxWeeks,
        int informationLeadDays,
        boolean weeklyFollowUp,
        boolean teamBeforeEvaluation,
        String teamName,
        boolean guardiansEvaluate) {

    static EvaluationInterval of(Map<String, Object> row) {
        return new EvaluationInterval(
                number(row, "defaultWeeks"),
                number(row, "maxWeeks"),
                number(row, "informationLeadDays"),
                Boolean.TRUE.equals(row.get("weeklyFollowUp")),
                Boolean.TRUE.equals(row.get("teamBeforeEvaluation")),
                (String) row.get("teamName"),
                Boolean.TRUE.equals(row.get("guardiansEvaluate")));
    }

    private static int number(Map<String, Object> row, String output) {
        return ((Number) row.get(output)).intValue();
    }
}
