package no.tolv.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.tolv.measure.Evaluation;
import no.tolv.measure.Evaluations;
import no.tolv.measure.Measure;
import no.tolv.measure.Measures;
import no.tolv.measure.NorwegianDate;
import org.springframework.stereotype.Component;

/** What each measure must fulfil, in sentences that name the row (INV-08, NIT-51, NIT-55). */
@Component
public class MeasureCheck {

    private final Responsibles responsibles;
    private final EvaluationDates dates;
    private final Measures measures;
    private final Evaluations evaluations;

    MeasureCheck(Responsibles responsibles, EvaluationDates dates, Measures measures, Evaluations evaluations) {
        this.responsibles = responsibles;
        this.dates = dates;
        this.measures = measures;
        this.evaluations = evaluations;
    }

    /**
     * The first thing that is wrong with the measures of a new version, as a sentence that names the measure, or empty.
     */
    public Optional<String> hindrance(
            String caseNumber, List<Measure> written, String unit, PlanContent content, EvaluationInterval interval) {
        List<Measure> withoutEffect = withoutEffect(caseNumber);
        return written.stream()
                .flatMap(measure -> Stream.of(
                        cause(measure, content), ofLaw(measure, unit, interval), repeated(measure, withoutEffect)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** True when a measure of the plan in force must give way and nothing new has come instead (NIT-55). */
    public boolean lacksReplacement(String caseNumber, List<Measure> written) {
        List<Measure> former = measures.inForce(caseNumber);
        Map<UUID, Evaluation> latest = evaluations.latest(caseNumber);
        boolean mustReplace = former.stream()
                .flatMap(measure -> Stream.ofNullable(latest.get(measure.id())))
                .anyMatch(Evaluation::mustBeReplaced);
        return mustReplace
                && written.stream().allMatch(measure -> former.stream().anyMatch(measure::saysTheSameAs));
    }

    /** The first of the law's parts that does not hold for a measure, or empty (§ 12-4 third paragraph c–e). */
    Optional<String> ofLaw(Measure measure, String unit, EvaluationInterval interval) {
        return Stream.of(responsible(measure), period(measure), evaluation(measure, unit, interval))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> cause(Measure measure, PlanContent content) {
        return content.causePerMeasure() && measure.cause() == null
                ? says(measure, "skriv hva tiltaket skal gjøre noe med.")
                : Optional.empty();
    }

    private Optional<String> responsible(Measure measure) {
        return responsibles
                .hindrance(measure.caseNumber(), measure.responsible())
                .flatMap(why -> says(measure, "den ansvarlige %s. Velg en annen.".formatted(why)));
    }

    private Optional<String> period(Measure measure) {
        return measure.endsOn().isBefore(measure.startsOn())
                ? says(
                        measure,
                        "til-datoen %s er før fra-datoen %s. Velg en senere til-dato."
                                .formatted(
                                        NorwegianDate.inWords(measure.endsOn()),
                                        NorwegianDate.inWords(measure.startsOn())))
                : Optional.empty();
    }

    private Optional<String> evaluation(Measure measure, String unit, EvaluationInterval interval) {
        return dates.hindrance(unit, measure.evaluationOn(), measure.startsOn(), interval.maxWeeks())
                .flatMap(why -> says(measure, why));
    }

    private static Optional<String> repeated(Measure measure, List<Measure> withoutEffect) {
        return withoutEffect.stream().anyMatch(measure::saysTheSameAs)
                ? says(measure, "dette tiltaket er vurdert til ikke å ha effekt. Bytt det ut med et annet.")
                : Optional.empty();
    }

    private List<Measure> withoutEffect(String caseNumber) {
        Map<UUID, Evaluation> latest = evaluations.latest(caseNumber);
        return measures.of(caseNumber).stream()
                .filter(earlier -> Optional.ofNullable(latest.get(earlier.id()))
                        .map(Evaluation::effect)
                        .filter("noEffect"::equals)
                        .isPresent())
                .toList();
    }

    private static Optional<String> says(Measure measure, String hindrance) {
        return Optional.of("Tiltak %d: %s".formatted(measure.position(), hindrance));
    }
}
