package no.tolv.plan.draft;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.TaskRecord;
import no.tolv.casefile.TaskRecords;
import no.tolv.engine.FormLabels;
import org.springframework.stereotype.Component;

/** What was set going before there was a plan, as rows of the round's first plan (HJE-46, TRO-101). */
@Component
class ImmediateMeasures {

    private static final String FORM = "clarifyRoles";
    private static final String FIELD = "immediateMeasures";
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final CaseFiles cases;
    private final TaskRecords records;
    private final FormLabels labels;

    ImmediateMeasures(CaseFiles cases, TaskRecords records, FormLabels labels) {
        this.cases = cases;
        this.records = records;
        this.labels = labels;
    }

    /** They last, and are evaluated, until the suggested date; the rest is for whoever writes the plan. */
    List<Map<String, Object>> rows(String caseNumber, LocalDate suggestion) {
        return clarified(caseNumber)
                .map(clarified -> codes(clarified).stream()
                        .map(code -> row(clarified, code, suggestion.toString()))
                        .toList())
                .orElse(List.of());
    }

    private Optional<TaskRecord> clarified(String caseNumber) {
        int round = cases.find(caseNumber).orElseThrow().round();
        return records.latest(caseNumber, FORM)
                .filter(record -> record.round() == round)
                .filter(record -> "yes".equals(record.answers().get("immediateNeeded")));
    }

    @SuppressWarnings("unchecked")
    private static List<String> codes(TaskRecord clarified) {
        return (List<String>) clarified.answers().getOrDefault(FIELD, List.of());
    }

    private Map<String, Object> row(TaskRecord clarified, String code, String suggestion) {
        return Map.of(
                "what", labels.of(FORM, FIELD, code),
                "responsible", clarified.answers().get("immediateResponsible"),
                "from", clarified.recordedAt().atZone(OSLO).toLocalDate().toString(),
                "to", suggestion,
                "evaluationOn", suggestion);
    }
}
