package no.tolv.plan.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.tolv.engine.Choice;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormReader;
import no.tolv.plan.EvaluationInterval;
import no.tolv.plan.PlanContent;
import no.tolv.plan.PlanRules;
import no.tolv.plan.Responsibles;
import org.springframework.stereotype.Component;

/** What one sees before a plan is written: what is known, what the former version said, who can be responsible. */
@Component
class PlanForm implements FormContent {

    private final PlanRules rules;
    private final Responsibles responsibles;
    private final Prefill prefill;
    private final PrefilledMeasures prefilledMeasures;

    PlanForm(PlanRules rules, Responsibles responsibles, Prefill prefill, PrefilledMeasures prefilledMeasures) {
        this.rules = rules;
        this.responsibles = responsibles;
        this.prefill = prefill;
        this.prefilledMeasures = prefilledMeasures;
    }

    @Override
    public String form() {
        return "writePlan";
    }

    @Override
    public Map<String, List<Choice>> choices(FormReader reader) {
        return Map.of("staff", responsibles.choices(reader.caseNumber(), reader.unit()));
    }

    @Override
    public Map<String, Object> values(FormReader reader) {
        Map<String, Object> values = new HashMap<>(switches(rules.content(reader.unit())));
        values.putAll(prefill.texts(reader.caseNumber()));
        EvaluationInterval interval = rules.interval(reader.unit());
        values.putAll(prefilledMeasures.rows(reader.caseNumber(), reader.unit(), interval));
        return values;
    }

    private static Map<String, Object> switches(PlanContent content) {
        return Map.of(
                "planName", content.planName(),
                "archiveNumberRequired", content.archiveNumberRequired(),
                "causePerMeasure", content.causePerMeasure(),
                "communicationSummaryRequired", content.communicationSummary(),
                "careAndEnvironment", content.careAndEnvironment(),
                "offenderMeasure", content.offenderMeasure(),
                "classLevelMajority", content.classLevelMajority(),
                "lawfulCheck", content.lawfulCheck());
    }
}
