package no.tolv.concern;

import java.util.Map;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.TaskRecord;
import no.tolv.casefile.TaskRecords;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormReader;
import org.springframework.stereotype.Component;

/** What has been reported, for the one who is to hear the pupil (§ 10-2): about the pupil, not about who told. */
@Component
class HearPupilContent implements FormContent {

    private final CaseFiles cases;
    private final TaskRecords records;
    private final ReportSummary summary;

    HearPupilContent(CaseFiles cases, TaskRecords records, ReportSummary summary) {
        this.cases = cases;
        this.records = records;
        this.summary = summary;
    }

    @Override
    public String form() {
        return "hearPupil";
    }

    @Override
    public Map<String, Object> values(FormReader reader) {
        CaseFile file = cases.find(reader.caseNumber()).orElseThrow();
        return records.latest(reader.caseNumber(), "reportConcern")
                .map(report -> values(file, report))
                .orElse(Map.of());
    }

    private Map<String, Object> values(CaseFile file, TaskRecord report) {
        return Map.of(
                "summary", summary.forHearing(file, report),
                "whatHappened", report.answers().getOrDefault("whatHappened", ""));
    }
}
