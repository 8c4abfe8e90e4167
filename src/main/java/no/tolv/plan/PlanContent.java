package no.tolv.plan;

import java.util.Map;

/**
 * What a unit's plans must hold beyond the law's five parts, as the {@code planContent} table says.
 *
 * @param planName what the plan is called there
 * @param templateName the letter template its document is made from
 */
public record PlanContent(
        String planName,
        boolean archiveNumberRequired,
        boolean causePerMeasure,
        boolean communicationSummary,
        boolean careAndEnvironment,
        boolean offenderMeasure,
        boolean classLevelMajority,
        boolean lawfulCheck,
        String templateName) {

    static PlanContent of(Map<String, Object> row) {
        return new PlanContent(
                (String) row.getOrDefault("planName", "Aktivitetsplan"),
                isOn(row, "archiveNumberRequired"),
                isOn(row, "causePerMeasure"),
                isOn(row, "communicationSummary"),
                isOn(row, "careAndEnvironment"),
                isOn(row, "offenderMeasure"),
                isOn(row, "classLevelMajority"),
                isOn(row, "lawfulCheck"),
                (String) row.getOrDefault("templateName", "activityPlan"));
    }

    private static boolean isOn(Map<String, Object> row, String output) {
        return Boolean.TRUE.equals(row.get(output));
    }
}
