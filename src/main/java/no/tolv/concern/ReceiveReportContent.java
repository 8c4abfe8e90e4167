package no.tolv.concern;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.TaskRecord;
import no.tolv.casefile.TaskRecords;
import no.tolv.engine.Choice;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormReader;
import org.springframework.stereotype.Component;

/** The report, and the pupil's other open cases it may belong to. */
@Component
class ReceiveReportContent implements FormContent {

    private final CaseFiles cases;
    private final TaskRecords records;
    private final ReportSummary summary;
    private final OpenCasesOfPupil openCases;
    private final MatchPupil matchPupil;
    private final OpenHeld openHeld;

    ReceiveReportContent(
            CaseFiles cases,
            TaskRecords records,
            ReportSummary summary,
            OpenCasesOfPupil openCases,
            MatchPupil matchPupil,
            OpenHeld openHeld) {
        this.cases = cases;
        this.records = records;
        this.summary = summary;
        this.openCases = openCases;
        this.matchPupil = matchPupil;
        this.openHeld = openHeld;
    }

    @Override
    public String form() {
        return "receiveReport";
    }

    @Override
    public Map<String, Object> values(FormReader reader) {
        CaseFile file = cases.find(reader.caseNumber()).orElseThrow();
        return records.latest(reader.caseNumber(), "reportConcern")
                .map(report -> values(file, report))
                .orElse(Map.of("pupilKnown", file.pupil() != null));
    }

    private Map<String, Object> values(CaseFile file, TaskRecord report) {
        Map<String, Object> values = new HashMap<>(Map.of("summary", summary.of(file, report)));
        values.put("whatHappened", report.answers().getOrDefault("whatHappened", ""));
        values.put("whatDone", report.answers().getOrDefault("whatDone", ""));
        values.put("pupilDescription", report.answers().getOrDefault("pupilDescription", ""));
        values.put("contact", report.answers().getOrDefault("contact", ""));
        values.put("pupilKnown", file.pupil() != null);
        String held = openHeld.read(file.caseNumber());
        values.put("heldReports", held);
        values.put("isGathered", !held.isEmpty());
        return values;
    }

    @Override
    public Map<String, List<Choice>> choices(FormReader reader) {
        CaseFile file = cases.find(reader.caseNumber()).orElseThrow();
        List<Choice> others = openCases.besides(file, reader.person()).stream()
                .map(other -> new Choice(other.caseNumber(), other.caseNumber()))
                .toList();
        List<Choice> pupils = matchPupil.choices(file).stream()
                .map(pupil -> new Choice(pupil.id(), pupil.name() + " (" + pupil.grade() + ")"))
                .toList();
        return Map.of("openCases", others, "pupils", pupils);
    }
}
