package no.tolv.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.tolv.measure.Measure;
import org.springframework.stereotype.Component;

/** Whether a written version still has the law's five parts on the day it comes into force (INV-08). */
@Component
class PlanValidity {

    private final PlanRules rules;
    private final MeasureCheck measureCheck;
    private final EvaluationDates dates;

    PlanValidity(PlanRules rules, MeasureCheck measureCheck, EvaluationDates dates) {
        this.rules = rules;
        this.measureCheck = measureCheck;
        this.dates = dates;
    }

    /** The first part that does not hold, as a sentence, or empty. */
    Optional<String> hindrance(ActivityPlan plan, List<Measure> measures, String unit) {
        if (measures.isEmpty()) {
            return Optional.of("Planen har ingen tiltak.");
        }
        EvaluationInterval interval = rules.interval(unit);
        return Stream.concat(
                        measures.stream().map(measure -> measureCheck.ofLaw(measure, unit, interval)),
                        Stream.of(evaluation(plan, measures, unit, interval)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> evaluation(
            ActivityPlan plan, List<Measure> measures, String unit, EvaluationInterval interval) {
        return measures.stream()
                .map(Measure::startsOn)
                .min(LocalDate::compareTo)
                .flatMap(start -> dates.hindrance(unit, plan.evaluationOn(), start, interval.maxWeeks()))
                .map("Planen: "::concat);
    }
}
