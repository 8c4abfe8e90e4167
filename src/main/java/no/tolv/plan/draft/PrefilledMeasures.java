package no.tolv.plan.draft;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.tolv.deadline.Deadlines;
import no.tolv.measure.Evaluation;
import no.tolv.measure.Evaluations;
import no.tolv.measure.Measure;
import no.tolv.measure.Measures;
import no.tolv.plan.ActivityPlans;
import no.tolv.plan.EvaluationDates;
import no.tolv.plan.EvaluationInterval;
import org.springframework.stereotype.Component;

/**
 * The measures a plan begins with: those of a refused draft, those of the version in force that are kept (MID-150), or
 * before the first version what was set going at once.
 */
@Component
class PrefilledMeasures {

    private final ActivityPlans plans;
    private final Measures measures;
    private final Evaluations evaluations;
    private final ImmediateMeasures immediate;
    private final EvaluationDates dates;
    private final Deadlines deadlines;

    PrefilledMeasures(
            ActivityPlans plans,
            Measures measures,
            Evaluations evaluations,
            ImmediateMeasures immediate,
            EvaluationDates dates,
            Deadlines deadlines) {
        this.plans = plans;
        this.measures = measures;
        this.evaluations = evaluations;
        this.immediate = immediate;
        this.dates = dates;
        this.deadlines = deadlines;
    }

    /** The rows, and an evaluation date for the whole plan. */
    Map<String, Object> rows(String caseNumber, String unit, EvaluationInterval interval) {
        LocalDate suggestion = dates.suggestion(unit, interval.defaultWeeks());
        List<Map<String, Object>> rows = isFirst(caseNumber)
                ? immediate.rows(caseNumber, suggestion)
                : begunWith(caseNumber).stream()
                        .map(measure -> row(measure, suggestion))
                        .toList();
        Map<String, Object> values = new HashMap<>();
        values.put("evaluationOn", suggestion.toString());
        if (!rows.isEmpty()) {
            values.put("measures", rows);
        }
        return values;
    }

    private boolean isFirst(String caseNumber) {
        return plans.draft(caseNumber).isEmpty() && plans.active(caseNumber).isEmpty();
    }

    private List<Measure> begunWith(String caseNumber) {
        return plans.draft(caseNumber)
                .map(draft -> measures.of(caseNumber, draft.version()))
                .orElseGet(() -> kept(caseNumber));
    }

    private List<Measure> kept(String caseNumber) {
        Map<UUID, Evaluation> latest = evaluations.latest(caseNumber);
        return measures.inForce(caseNumber).stream()
                .filter(measure -> !latest.containsKey(measure.id())
                        || latest.get(measure.id()).keepsMeasure())
                .toList();
    }

    private Map<String, Object> row(Measure measure, LocalDate suggestion) {
        Map<String, Object> row = new HashMap<>();
        row.put("what", measure.what());
        row.put("cause", measure.cause());
        row.put("level", measure.level().code());
        row.put("target", measure.target() == null ? null : measure.target().code());
        row.put("responsible", measure.responsible());
        row.put("from", measure.startsOn().toString());
        row.put("to", later(measure.endsOn(), suggestion).toString());
        row.put("evaluationOn", later(measure.evaluationOn(), suggestion).toString());
        row.put("effectSign", measure.effectSign());
        row.put("intrusive", measure.intrusive() ? "yes" : "no");
        row.values().removeIf(cell -> cell == null);
        return row;
    }

    private LocalDate later(LocalDate date, LocalDate suggestion) {
        return date.isAfter(deadlines.today()) ? date : suggestion;
    }
}
