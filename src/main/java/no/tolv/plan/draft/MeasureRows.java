package no.tolv.plan.draft;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import no.tolv.measure.Measure;

/** The rows of the form's list of measures, as measures of a draft. */
final class MeasureRows {

    static final String FIELD = "measures";

    private MeasureRows() {}

    /** @throws FormRejected when there is no row, or one lacks something the law asks for */
    static List<Measure> of(Submission submission, int version) {
        List<Map<String, Object>> rows = submission.rows(FIELD);
        if (rows.isEmpty()) {
            throw new FormRejected(FIELD, "Planen har ingen tiltak. Legg til minst ett (§ 12-4).");
        }
        List<Measure> measures = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            measures.add(new Row(measures.size() + 1, row).asMeasure(submission.caseNumber(), version));
        }
        return measures;
    }

    private record Row(int number, Map<String, Object> cells) {

        Measure asMeasure(String caseNumber, int version) {
            return new Measure(
                    UUID.randomUUID(),
                    caseNumber,
                    version,
                    number,
                    required("what", "Hva skal gjøres?"),
                    text("cause").orElse(null),
                    Measure.Level.of(required("level", "Nivå")),
                    text("target").map(Measure.Target::of).orElse(null),
                    required("responsible", "Hvem har ansvaret?"),
                    date("from", "Fra"),
                    date("to", "Til"),
                    date("evaluationOn", "Vurderes"),
                    required("effectSign", "Hvordan ser vi at det virker?"),
                    "yes".equals(cells.get("intrusive")),
                    Measure.Status.DRAFT,
                    null);
        }

        private Optional<String> text(String key) {
            return Optional.ofNullable(cells.get(key))
                    .map(Object::toString)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        }

        private String required(String key, String label) {
            return text(key).orElseThrow(() -> rejected("fyll ut «%s».".formatted(label)));
        }

        private LocalDate date(String key, String label) {
            try {
                return LocalDate.parse(required(key, label));
            } catch (DateTimeParseException unreadable) {
                throw rejected("«%s» er ikke en dato. Skriv den som 24.12.2026.".formatted(label));
            }
        }

        private FormRejected rejected(String hindrance) {
            return new FormRejected(FIELD, "Tiltak %d: %s".formatted(number, hindrance));
        }
    }
}
