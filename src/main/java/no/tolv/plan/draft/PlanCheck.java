package no.tolv.plan.draft;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import no.tolv.measure.Measure;
import no.tolv.measure.Measure.Target;
import no.tolv.plan.EvaluationDates;
import no.tolv.plan.EvaluationInterval;
import no.tolv.plan.MeasureCheck;
import no.tolv.plan.PlanContent;
import no.tolv.plan.PlanRules;
import org.springframework.stereotype.Component;

/** What a plan as a whole must fulfil before it is kept. */
@Component
class PlanCheck {

    private static final Pattern ARCHIVE_NUMBER = Pattern.compile("\\d{4}/\\d{1,7}");

    private final PlanRules rules;
    private final MeasureCheck measureCheck;
    private final EvaluationDates dates;
    private final Suspicion suspicion;

    PlanCheck(PlanRules rules, MeasureCheck measureCheck, EvaluationDates dates, Suspicion suspicion) {
        this.rules = rules;
        this.measureCheck = measureCheck;
        this.dates = dates;
        this.suspicion = suspicion;
    }

    /** @throws FormRejected with the first thing that is wrong */
    void check(Submission submission, List<Measure> measures) {
        PlanContent content = rules.content(submission.unit());
        EvaluationInterval interval = rules.interval(submission.unit());
        checkMeasures(submission, measures, content, interval);
        checkMix(submission, measures, content);
        checkEvaluation(submission, measures, interval);
        checkArchiveNumber(submission, content);
        refuseIf(
                content.communicationSummary() && !submission.has("communicationSummary"),
                "communicationSummary",
                "Skriv kort hva dere har snakket med eleven og foresatte om.");
        refuseIf(
                content.lawfulCheck() && !submission.yes("lawful"),
                "lawful",
                "Bekreft at tiltakene er lovlige og i tråd med skolereglene.");
    }

    private void checkMeasures(
            Submission submission, List<Measure> measures, PlanContent content, EvaluationInterval interval) {
        measureCheck
                .hindrance(submission.caseNumber(), measures, submission.unit(), content, interval)
                .ifPresent(sentence -> {
                    throw new FormRejected(MeasureRows.FIELD, sentence);
                });
    }

    private void checkMix(Submission submission, List<Measure> measures, PlanContent content) {
        Collection<Target> targets = measures.stream().map(Measure::target).toList();
        refuseIf(
                content.careAndEnvironment() && !(targets.contains(Target.EXPOSED) && hasEnvironment(targets)),
                MeasureRows.FIELD,
                "Planen må ha minst ett tiltak rettet mot eleven og minst ett rettet mot miljøet. Legg til det som mangler.");
        refuseIf(
                content.offenderMeasure() && suspicion.isOfPupil(submission) && !targets.contains(Target.OFFENDER),
                MeasureRows.FIELD,
                "Meldingen gjelder en annen elev. Planen må ha minst ett tiltak rettet mot den eller de som krenker.");
        refuseIf(
                measureCheck.lacksReplacement(submission.caseNumber(), measures),
                MeasureRows.FIELD,
                "Et tiltak skal byttes ut, men planen har ingen nye tiltak. Legg til det som kommer i stedet.");
        refuseIf(
                content.classLevelMajority() && !isMostlyWide(measures) && !submission.has("levelReason"),
                "levelReason",
                "De fleste tiltakene er ikke på klasse- eller skolenivå. Skriv hvorfor, eller legg til slike tiltak.");
    }

    private void checkEvaluation(Submission submission, List<Measure> measures, EvaluationInterval interval) {
        LocalDate start = measures.stream()
                .map(Measure::startsOn)
                .min(LocalDate::compareTo)
                .orElseThrow();
        dates.hindrance(submission.unit(), submission.date("evaluationOn"), start, interval.maxWeeks())
                .ifPresent(why -> {
                    throw new FormRejected("evaluationOn", "Planen: " + why);
                });
    }

    private void checkArchiveNumber(Submission submission, PlanContent content) {
        String number = submission.text("archiveNumber");
        refuseIf(
                content.archiveNumberRequired() && number == null,
                "archiveNumber",
                "Saksnummeret i arkivet mangler. Opprett saken i arkivet og skriv nummeret, for eksempel 2026/1234.");
        refuseIf(
                number != null && !ARCHIVE_NUMBER.matcher(number.strip()).matches(),
                "archiveNumber",
                "Saksnummeret i arkivet skal ha år og løpenummer, for eksempel 2026/1234.");
    }

    private static boolean hasEnvironment(Collection<Target> targets) {
        Set<Target> environment = EnumSet.of(Target.ENVIRONMENT, Target.SCHOOL);
        return targets.stream().anyMatch(target -> target != null && environment.contains(target));
    }

    private static boolean isMostlyWide(List<Measure> measures) {
        long wide =
                measures.stream().filter(measure -> measure.level().isWide()).count();
        return 2 * wide > measures.size();
    }

    private static void refuseIf(boolean wrong, String field, String sentence) {
        if (wrong) {
            throw new FormRejected(field, sentence);
        }
    }
}
