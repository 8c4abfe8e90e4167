package no.tolv.concern;

import java.util.List;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.Involvements;
import no.tolv.casefile.Involvements.Part;
import no.tolv.casefile.TaskRecords;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Pupil;
import org.springframework.stereotype.Component;

/** The receiver says which pupil a report without a name in our lists concerns. */
@Component
class MatchPupil {

    private final CaseFiles cases;
    private final TaskRecords records;
    private final Organisation organisation;
    private final Involvements involvements;
    private final Exclusions exclusions;
    private final CaseLog log;

    MatchPupil(
            CaseFiles cases,
            TaskRecords records,
            Organisation organisation,
            Involvements involvements,
            Exclusions exclusions,
            CaseLog log) {
        this.cases = cases;
        this.records = records;
        this.organisation = organisation;
        this.involvements = involvements;
        this.exclusions = exclusions;
        this.log = log;
    }

    /** The pupils of the school or kindergarten the report names; none when the pupil is known. */
    List<Pupil> choices(CaseFile file) {
        return file.pupil() != null
                ? List.of()
                : records.latest(file.caseNumber(), "reportConcern")
                        .map(report ->
                                organisation.pupilsOf((String) report.answers().get("unit")))
                        .orElse(List.of());
    }

    /**
     * The case with its pupil.
     *
     * @throws FormRejected when it has none and none of the school's pupils is chosen
     */
    CaseFile in(Submission submission) {
        CaseFile file = cases.find(submission.caseNumber()).orElseThrow();
        return file.pupil() == null ? match(file, chosen(file, submission)) : file;
    }

    private Pupil chosen(CaseFile file, Submission submission) {
        return choices(file).stream()
                .filter(pupil -> pupil.id().equals(submission.text("pupil")))
                .findFirst()
                .orElseThrow(() -> new FormRejected("pupil", "Velg eleven meldingen gjelder, fra lista."));
    }

    private CaseFile match(CaseFile file, Pupil pupil) {
        cases.setPupil(file.caseNumber(), pupil.id());
        involveContactTeacher(file, pupil);
        log.append(CaseLog.Draft.bySystem(
                file.caseNumber(),
                Duty.INVESTIGATE,
                "userTask_receiveReport",
                "activityDuty",
                "Den som tok imot meldingen, fant hvilken elev den gjelder"));
        return cases.find(file.caseNumber()).orElseThrow();
    }

    private void involveContactTeacher(CaseFile file, Pupil pupil) {
        String teacher = pupil.contactTeacher();
        boolean excluded = exclusions.of(file.caseNumber()).contains(teacher);
        if (teacher != null && !excluded && file.unit().equals(pupil.unit())) {
            involvements.add(file.caseNumber(), teacher, Part.CONTACT_TEACHER);
        }
    }
}
