package no.tolv.plan;

import java.util.HashMap;
import java.util.Map;

/** The rows of the decision tables that a test's unit gets. */
public class Tables {

    private final Map<String, Map<String, Object>> rows = new HashMap<>();

    public void reset() {
        rows.clear();
        rows.put("planContent", new HashMap<>(Map.of("planName", "Aktivitetsplan", "templateName", "activityPlan")));
        rows.put(
                "evaluationInterval",
                new HashMap<>(Map.of(
                        "defaultWeeks",
                        4,
                        "maxWeeks",
                        8,
                        "informationLeadDays",
                        5,
                        "weeklyFollowUp",
                        true,
                        "teamBeforeEvaluation",
                        true,
                        "teamName",
                        "R-team",
                        "guardiansEvaluate",
                        true)));
    }

    public void set(String table, String output, Object value) {
        rows.get(table).put(output, value);
    }

    Map<String, Object> row(String table) {
        return rows.get(table);
    }
}
