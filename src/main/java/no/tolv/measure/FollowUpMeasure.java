package no.tolv.measure;

import java.util.Map;
import java.util.UUID;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormReader;
import no.tolv.engine.Submission;
import no.tolv.engine.variable.MeasureFollowUpVariables;
import org.springframework.stereotype.Component;

/** The one responsible tells whether a measure has been carried out (NIT-48, HJE-72), and reads what must come first (INV-16). */
@Component
class FollowUpMeasure implements FormOutcome, FormContent {

    private static final String DECISION_FIRST =
            "Tiltaket er inngripende: Det må være fattet enkeltvedtak før du setter det i gang. Spør rektor om vedtaket er fattet.";

    private final Measures measures;
    private final ToldDates dates;

    FollowUpMeasure(Measures measures, ToldDates dates) {
        this.measures = measures;
        this.dates = dates;
    }

    @Override
    public String form() {
        return "followUpMeasure";
    }

    @Override
    public Map<String, Object> values(FormReader reader) {
        return Map.of(
                "measureText", text(measures.find(measureIn(reader.variables())).orElseThrow()));
    }

    private static String text(Measure measure) {
        return measure.intrusive() ? measure.what() + "\n\n" + DECISION_FIRST : measure.what();
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        dates.past(submission, "carriedOutOn", "Når ble det gjennomført?");
        Measure.Status told =
                submission.yes("carriedOut") ? Measure.Status.CARRIED_OUT : Measure.Status.NOT_CARRIED_OUT;
        measures.setStatus(measureIn(submission.variables()), told);
        return Map.of();
    }

    static UUID measureIn(Map<String, Object> variables) {
        return UUID.fromString((String) variables.get(MeasureFollowUpVariables.MEASURE.name()));
    }
}
