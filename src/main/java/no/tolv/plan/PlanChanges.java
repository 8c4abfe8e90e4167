package no.tolv.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.tolv.measure.Measure;
import no.tolv.measure.Measures;
import no.tolv.measure.NorwegianDate;
import org.springframework.stereotype.Component;

/** What has changed from version to version, when and by whom (MID-175). */
@Component
class PlanChanges {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final ActivityPlans plans;
    private final Measures measures;
    private final Responsibles responsibles;

    PlanChanges(ActivityPlans plans, Measures measures, Responsibles responsibles) {
        this.plans = plans;
        this.measures = measures;
        this.responsibles = responsibles;
    }

    /** One sentence for each change up to the given version, oldest first. */
    List<String> until(ActivityPlan newest) {
        List<ActivityPlan> versions = plans.of(newest.caseNumber()).stream()
                .filter(plan -> plan.version() <= newest.version())
                .toList();
        return IntStream.range(1, versions.size())
                .boxed()
                .flatMap(index -> between(versions.get(index - 1), versions.get(index)))
                .toList();
    }

    private Stream<String> between(ActivityPlan before, ActivityPlan after) {
        List<Measure> former = measures.of(before.caseNumber(), before.version());
        List<Measure> written = measures.of(after.caseNumber(), after.version());
        List<String> changes = new ArrayList<>();
        written.forEach(measure -> twin(measure, former)
                .ifPresentOrElse(
                        twin -> changes.addAll(changed(twin, measure)),
                        () -> changes.add("nytt tiltak «%s»".formatted(measure.what()))));
        former.stream()
                .filter(measure -> twin(measure, written).isEmpty())
                .forEach(measure -> changes.add("tiltaket «%s» er tatt ut".formatted(measure.what())));
        return changes.stream().map(change -> line(after, change));
    }

    private static Optional<Measure> twin(Measure measure, List<Measure> among) {
        return among.stream().filter(measure::saysTheSameAs).findFirst();
    }

    private List<String> changed(Measure before, Measure after) {
        return Stream.of(
                        change(after, "ansvarlig", name(before), name(after)),
                        change(after, "start", words(before.startsOn()), words(after.startsOn())),
                        change(after, "slutt", words(before.endsOn()), words(after.endsOn())),
                        change(after, "evaluering", words(before.evaluationOn()), words(after.evaluationOn())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> change(Measure measure, String part, String before, String after) {
        return before.equals(after)
                ? Optional.empty()
                : Optional.of("tiltaket «%s»: %s endret fra %s til %s".formatted(measure.what(), part, before, after));
    }

    private String line(ActivityPlan version, String change) {
        LocalDate day = version.createdAt().atZone(OSLO).toLocalDate();
        return "%s, versjon %d (%s): %s"
                .formatted(words(day), version.version(), responsibles.nameOf(version.createdBy()), change);
    }

    private String name(Measure measure) {
        return responsibles.nameOf(measure.responsible());
    }

    private static String words(LocalDate date) {
        return NorwegianDate.inWords(date);
    }
}
