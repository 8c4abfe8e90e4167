package no.tolv.evaluation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import no.tolv.measure.Evaluation;
import no.tolv.measure.Evaluations;
import no.tolv.measure.Measure;
import no.tolv.measure.Measures;
import org.springframework.stereotype.Component;

/** The rows of an evaluation: one for each measure of the plan in force (NIT-55, HJE-76). */
@Component
class EvaluatedMeasures {

    private static final String FIELD = "measures";

    private final Measures measures;
    private final Evaluations evaluations;
    private final Clock clock;

    EvaluatedMeasures(Measures measures, Evaluations evaluations, Clock clock) {
        this.measures = measures;
        this.evaluations = evaluations;
        this.clock = clock;
    }

    /** One row for each measure, with what was last said of its effect. */
    List<Map<String, Object>> rows(String caseNumber) {
        Map<UUID, Evaluation> latest = evaluations.latest(caseNumber);
        return measures.inForce(caseNumber).stream()
                .map(measure -> row(measure, Optional.ofNullable(latest.get(measure.id()))))
                .toList();
    }

    /** @throws FormRejected when a measure lacks a row, or one without effect is to go on */
    void keep(Submission submission) {
        List<Evaluation> written = new ArrayList<>();
        measures.inForce(submission.caseNumber()).forEach(measure -> written.add(evaluation(submission, measure)));
        if (written.size() != submission.rows(FIELD).size()) {
            throw new FormRejected(FIELD, "Listen har en rad som ikke er et tiltak i planen. Åpne oppgaven på nytt.");
        }
        evaluations.add(written);
    }

    private static Map<String, Object> row(Measure measure, Optional<Evaluation> latest) {
        Map<String, Object> row = new HashMap<>();
        row.put("measure", measure.id().toString());
        row.put("what", measure.what());
        latest.map(Evaluation::effect).ifPresent(effect -> row.put("effect", effect));
        return row;
    }

    private Evaluation evaluation(Submission submission, Measure measure) {
        Map<String, Object> row = rowOf(submission, measure);
        Evaluation evaluation = new Evaluation(
                measure.caseNumber(),
                measure.planVersion(),
                measure.id(),
                submission.date("heardOn"),
                submission.actor(),
                clock.instant(),
                null,
                answer(row, "effect", measure, "velg om tiltaket har effekt."),
                answer(row, "next", measure, "velg hva som skal skje med tiltaket nå."),
                null);
        refuseToKeepWithoutEffect(evaluation, measure);
        return evaluation;
    }

    private static void refuseToKeepWithoutEffect(Evaluation evaluation, Measure measure) {
        if ("noEffect".equals(evaluation.effect()) && "keep".equals(evaluation.next())) {
            throw rejected(measure, "tiltak uten effekt kan ikke fortsette. Velg å bytte det ut eller avslutte det.");
        }
    }

    private static Map<String, Object> rowOf(Submission submission, Measure measure) {
        return submission.rows(FIELD).stream()
                .filter(row -> measure.id().toString().equals(row.get("measure")))
                .findFirst()
                .orElseThrow(
                        () -> rejected(measure, "tiltaket er ikke vurdert. Åpne oppgaven på nytt og vurder alle."));
    }

    private static String answer(Map<String, Object> row, String key, Measure measure, String hindrance) {
        return Optional.ofNullable((String) row.get(key)).orElseThrow(() -> rejected(measure, hindrance));
    }

    private static FormRejected rejected(Measure measure, String hindrance) {
        return new FormRejected(FIELD, "Tiltak %d: %s".formatted(measure.position(), hindrance));
    }
}
