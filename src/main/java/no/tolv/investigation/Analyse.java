package no.tolv.investigation;

import java.util.HashMap;
import java.util.Map;
import no.tolv.casefile.ActingRole;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.casefile.Hearing;
import no.tolv.casefile.Hearings;
import no.tolv.casefile.TaskRecords;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormReader;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import no.tolv.engine.variable.InvestigationVariables;
import org.springframework.stereotype.Component;

/** The conclusion: measures, unless the pupil, heard in this round, says that school is safe and good (INV-06, INV-07). */
@Component
class Analyse implements FormOutcome, FormContent {

    private final CaseFiles cases;
    private final Hearings hearings;
    private final TaskRecords records;
    private final CaseLog log;
    private final ActingRole actingRole;

    Analyse(CaseFiles cases, Hearings hearings, TaskRecords records, CaseLog log, ActingRole actingRole) {
        this.cases = cases;
        this.hearings = hearings;
        this.records = records;
        this.log = log;
        this.actingRole = actingRole;
    }

    @Override
    public String form() {
        return "analyse";
    }

    @Override
    public Map<String, Object> values(FormReader reader) {
        Map<String, Object> known = new HashMap<>();
        hearings.latestOfPupil(reader.caseNumber())
                .map(Hearing::statement)
                .ifPresent(words -> known.put("pupilStatement", words));
        records.latest(reader.caseNumber(), "investigate")
                .map(investigated -> investigated.answers().get("findings"))
                .ifPresent(findings -> known.put("findings", findings));
        return known;
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        CaseFile file = cases.find(submission.caseNumber()).orElseThrow();
        boolean measuresNeeded = submission.yes("measuresNeeded");
        if (!measuresNeeded) {
            requireSafe(file);
            close(file, submission);
        } else {
            cases.setStatus(file.caseNumber(), CaseFile.Status.INVESTIGATED);
        }
        return Map.of(InvestigationVariables.MEASURES_NEEDED.name(), measuresNeeded);
    }

    private void requireSafe(CaseFile file) {
        boolean safe = hearings.latestOfPupil(file.caseNumber())
                .filter(hearing -> hearing.round() == file.round())
                .map(Hearing::safe)
                .orElse(false);
        if (!safe) {
            throw new FormRejected(
                    "measuresNeeded",
                    "Eleven har ikke sagt at skolen er trygg og god. Da skal det settes inn tiltak (§ 12-4). Svar ja.");
        }
    }

    private void close(CaseFile file, Submission submission) {
        cases.setStatus(file.caseNumber(), CaseFile.Status.CLOSED);
        log.append(new CaseLog.Draft(
                file.caseNumber(),
                submission.actor(),
                actingRole.of(submission.actor(), file.unit()),
                null,
                Duty.DOCUMENT,
                "userTask_analyse",
                "investigation",
                "Saken avsluttet etter undersøkelse: eleven sier at skolen er trygg og god",
                submission.has("conclusion") ? submission.text("conclusion") : "",
                null));
    }
}
