package no.tolv.measure;

import java.time.Clock;
import java.util.Map;
import no.tolv.deadline.Deadlines;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormReader;
import no.tolv.engine.Submission;
import org.springframework.stereotype.Component;

/** What one measure came to, in the words of the one who carried it out (NIT-55, HJE-76). */
@Component
class EvaluateMeasure implements FormOutcome, FormContent {

    private final Measures measures;
    private final Evaluations evaluations;
    private final Deadlines deadlines;
    private final Clock clock;

    EvaluateMeasure(Measures measures, Evaluations evaluations, Deadlines deadlines, Clock clock) {
        this.measures = measures;
        this.evaluations = evaluations;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "evaluateMeasure";
    }

    @Override
    public Map<String, Object> values(FormReader reader) {
        Measure measure = measureIn(reader.variables());
        return Map.of("measureText", measure.what(), "effectSign", measure.effectSign());
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        Measure measure = measureIn(submission.variables());
        evaluations.add(new Evaluation(
                measure.caseNumber(),
                measure.planVersion(),
                measure.id(),
                deadlines.today(),
                submission.actor(),
                clock.instant(),
                null,
                submission.text("effect"),
                null,
                submission.text("note")));
        return Map.of();
    }

    private Measure measureIn(Map<String, Object> variables) {
        return measures.find(FollowUpMeasure.measureIn(variables)).orElseThrow();
    }
}
