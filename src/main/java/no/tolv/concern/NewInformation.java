package no.tolv.concern;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.tolv.casefile.TaskRecord;
import no.tolv.casefile.TaskRecords;
import org.springframework.stereotype.Component;

/** What has been told in a case since the first report. */
@Component
class NewInformation {

    /** The record a report leaves in the case it is added to. */
    static final String ADDED = "newInformation";

    private static final Set<String> FORMS = Set.of(ADDED, "registerCaseEvent");

    private final TaskRecords records;

    NewInformation(TaskRecords records) {
        this.records = records;
    }

    void add(String caseNumber, TaskRecord report) {
        add(caseNumber, report.caseNumber(), report.actor(), report.answers());
    }

    /**
     * Carries what was told in one case into another.
     *
     * @param reporter staff id, or null for somebody without a login
     */
    void add(String caseNumber, String reportedIn, String reporter, Map<String, Object> report) {
        Map<String, Object> answers = Map.of(
                "happenedOn", report.getOrDefault("happenedOn", ""),
                "text", report.getOrDefault("whatHappened", ""),
                "reportedIn", reportedIn);
        records.add(caseNumber, ADDED, null, reporter, answers);
    }

    /** The text of the newest, or empty. */
    Optional<String> latest(String caseNumber) {
        return records.of(caseNumber).stream()
                .filter(record -> FORMS.contains(record.form()))
                .reduce((earlier, later) -> later)
                .map(record -> (String) record.answers().getOrDefault("text", ""));
    }
}
