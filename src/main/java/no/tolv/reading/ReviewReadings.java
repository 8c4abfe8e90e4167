package no.tolv.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.Reading;
import no.tolv.casefile.Readings;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormReader;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import no.tolv.engine.variable.ReadingReviewVariables;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The week's unusual readings, and what the reviewer makes of each (INV-18). To look at them is itself a reading. */
@Component
class ReviewReadings implements FormContent, FormOutcome {

    private static final String LIST = "findings";
    private static final Readings.Origin FROM_THE_REVIEW = new Readings.Origin("review", "");

    private final Findings findings;
    private final FindingWords words;
    private final Readings readings;
    private final Exclusions exclusions;

    ReviewReadings(Findings findings, FindingWords words, Readings readings, Exclusions exclusions) {
        this.findings = findings;
        this.words = words;
        this.readings = readings;
        this.exclusions = exclusions;
    }

    @Override
    public String form() {
        return "reviewReadings";
    }

    @Override
    public Map<String, Object> values(FormReader reader) {
        List<Finding> shown = of(reader.variables());
        if (reader.person() == null || !mayReview(reader.person(), shown)) {
            return Map.of(LIST, List.of());
        }
        caseNumbers(shown).forEach(number -> readings.add(number, reader.person(), "readings", true, FROM_THE_REVIEW));
        return Map.of(LIST, rows(shown));
    }

    private List<Map<String, Object>> rows(List<Finding> shown) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Finding finding : shown) {
            rows.add(Map.of(
                    "finding",
                    String.valueOf(rows.size() + 1),
                    "who",
                    words.who(finding),
                    "what",
                    words.what(finding)));
        }
        return rows;
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        List<Finding> reviewed = of(submission.variables());
        if (!mayReview(submission.actor(), reviewed)) {
            throw new FormRejected(
                    LIST, "Du har selv lest, eller er tatt ut av en av sakene. La en annen gå gjennom listen.");
        }
        List<String> decisions = submission.rows(LIST).stream()
                .map(row -> (String) row.get("decision"))
                .toList();
        if (decisions.size() != reviewed.size() || decisions.stream().anyMatch(Objects::isNull)) {
            throw new FormRejected(LIST, "Velg hva som skal skje for hver rad i listen.");
        }
        decide(reviewed, decisions, submission);
        return Map.of(ReadingReviewVariables.BREACH.name(), decisions.contains("breach"));
    }

    private void decide(List<Finding> reviewed, List<String> decisions, Submission submission) {
        try {
            for (int row = 0; row < decisions.size(); row++) {
                findings.decide(reviewed.get(row), decisions.get(row), submission.text("reason"), submission.actor());
            }
        } catch (DuplicateKeyException somebodyElse) {
            throw new FormRejected(LIST, "Noen andre har nettopp gått gjennom denne listen.");
        }
    }

    private List<Finding> of(Map<String, Object> variables) {
        return findings.of((String) variables.get(ReadingReviewVariables.REVIEW.name()));
    }

    /** Also as things stand now: somebody may have been shut out of a case since the task was given. */
    private boolean mayReview(String person, List<Finding> shown) {
        return shown.stream().noneMatch(finding -> finding.reader().equals(person))
                && caseNumbers(shown).stream()
                        .noneMatch(number -> exclusions.of(number).contains(person));
    }

    private static List<String> caseNumbers(List<Finding> shown) {
        return shown.stream()
                .flatMap(finding -> finding.readings().stream())
                .map(Reading::caseNumber)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
