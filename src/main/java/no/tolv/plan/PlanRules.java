package no.tolv.plan;

import java.util.Map;
import no.tolv.engine.Decisions;
import org.springframework.stereotype.Component;

/** What the decision tables say about a unit's plans. */
@Component
public class PlanRules {

    private final Decisions decisions;

    PlanRules(Decisions decisions) {
        this.decisions = decisions;
    }

    public PlanContent content(String unit) {
        return PlanContent.of(row("planContent", unit));
    }

    public EvaluationInterval interval(String unit) {
        return EvaluationInterval.of(row("evaluationInterval", unit));
    }

    private Map<String, Object> row(String table, String unit) {
        return decisions
                .first(table, Map.of("unit", unit))
                .orElseThrow(() -> new IllegalStateException(
                        "Tabellen «%s» har ingen rad for enheten %s. Legg til en siste rad som gjelder alle."
                                .formatted(table, unit)));
    }
}
