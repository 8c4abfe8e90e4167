package no.tolv.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import no.tolv.casefile.CaseChapter;
import no.tolv.casefile.People;
import no.tolv.casefile.Person;
import no.tolv.measure.Evaluation;
import no.tolv.measure.Evaluations;
import no.tolv.measure.Measure;
import no.tolv.measure.Measures;
import org.springframework.stereotype.Component;

/** Every version of a case's plan, with its measures and what came of them. */
@Component
class PlanChapter implements CaseChapter {

    /** One version. */
    record Version(
            int version,
            int round,
            ActivityPlan.Status status,
            LocalDate evaluationOn,
            String archiveNumber,
            Person createdBy,
            Instant createdAt,
            Instant activatedAt,
            String document,
            ActivityPlan.Texts texts,
            List<Line> measures,
            List<Verdict> evaluations) {}

    /** What one of those responsible sees of a version. */
    record OwnMeasures(
            int version, int round, ActivityPlan.Status status, LocalDate evaluationOn, List<Line> measures) {}

    /** One measure of a version. */
    record Line(
            int position,
            String what,
            String cause,
            String level,
            String target,
            Person responsible,
            LocalDate from,
            LocalDate to,
            LocalDate evaluationOn,
            String effectSign,
            boolean intrusive,
            Measure.Status status,
            String statusText,
            List<Verdict> evaluations) {}

    /** What somebody found when evaluating a plan or a measure; what does not belong to it is null. */
    record Verdict(
            LocalDate evaluatedOn, Person evaluatedBy, Boolean pupilSafe, String effect, String next, String note) {}

    private final ActivityPlans plans;
    private final Measures measures;
    private final Evaluations evaluations;
    private final People people;

    PlanChapter(ActivityPlans plans, Measures measures, Evaluations evaluations, People people) {
        this.plans = plans;
        this.measures = measures;
        this.evaluations = evaluations;
        this.people = people;
    }

    @Override
    public String name() {
        return "plans";
    }

    @Override
    public List<Version> of(String caseNumber) {
        List<Evaluation> found = evaluations.of(caseNumber);
        return plans.of(caseNumber).stream().map(plan -> version(plan, found)).toList();
    }

    /** The measures the person is responsible for, in the versions that have any; nobody else's words about the pupil. */
    @Override
    public List<OwnMeasures> partOf(String caseNumber, String person) {
        List<Evaluation> found = evaluations.of(caseNumber);
        return plans.of(caseNumber).stream()
                .map(plan -> ownMeasures(plan, person, found))
                .filter(own -> !own.measures().isEmpty())
                .toList();
    }

    private OwnMeasures ownMeasures(ActivityPlan plan, String person, List<Evaluation> found) {
        return new OwnMeasures(
                plan.version(),
                plan.round(),
                plan.status(),
                plan.evaluationOn(),
                measures.of(plan.caseNumber(), plan.version()).stream()
                        .filter(measure -> measure.responsible().equals(person))
                        .map(measure -> line(measure, by(person, found, plan)))
                        .toList());
    }

    private static List<Evaluation> by(String person, List<Evaluation> found, ActivityPlan plan) {
        return found.stream()
                .filter(evaluation -> evaluation.planVersion() == plan.version())
                .filter(evaluation -> evaluation.evaluatedBy().equals(person))
                .toList();
    }

    private Version version(ActivityPlan plan, List<Evaluation> found) {
        List<Evaluation> ofVersion = found.stream()
                .filter(evaluation -> evaluation.planVersion() == plan.version())
                .toList();
        return new Version(
                plan.version(),
                plan.round(),
                plan.status(),
                plan.evaluationOn(),
                plan.archiveNumber(),
                people.staff(plan.createdBy()),
                plan.createdAt(),
                plan.activatedAt(),
                plan.documentId(),
                plan.texts(),
                measures.of(plan.caseNumber(), plan.version()).stream()
                        .map(measure -> line(measure, ofVersion))
                        .toList(),
                verdicts(ofVersion, null));
    }

    private Line line(Measure measure, List<Evaluation> ofVersion) {
        return new Line(
                measure.position(),
                measure.what(),
                measure.cause(),
                measure.level().label(),
                measure.target() == null ? null : measure.target().label(),
                people.staff(measure.responsible()),
                measure.startsOn(),
                measure.endsOn(),
                measure.evaluationOn(),
                measure.effectSign(),
                measure.intrusive(),
                measure.status(),
                measure.status().label(),
                verdicts(ofVersion, measure));
    }

    private List<Verdict> verdicts(List<Evaluation> ofVersion, Measure measure) {
        return ofVersion.stream()
                .filter(evaluation -> Objects.equals(evaluation.measure(), measure == null ? null : measure.id()))
                .map(this::verdict)
                .toList();
    }

    private Verdict verdict(Evaluation evaluation) {
        return new Verdict(
                evaluation.evaluatedOn(),
                people.staff(evaluation.evaluatedBy()),
                evaluation.pupilSafe(),
                evaluation.effect(),
                evaluation.next(),
                evaluation.note());
    }
}
