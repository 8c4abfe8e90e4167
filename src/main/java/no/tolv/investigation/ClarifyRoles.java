package no.tolv.investigation;

import java.util.List;
import java.util.Map;
import no.tolv.casefile.Involvements;
import no.tolv.casefile.Involvements.Part;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.Submission;
import no.tolv.engine.variable.InvestigationVariables;
import org.springframework.stereotype.Component;

/** Who does what in the investigation, and what is done at once. */
@Component
class ClarifyRoles implements FormOutcome {

    private final Colleagues colleagues;
    private final OthersToHear othersToHear;
    private final Involvements involvements;
    private final TellImmediateResponsible immediate;

    ClarifyRoles(
            Colleagues colleagues,
            OthersToHear othersToHear,
            Involvements involvements,
            TellImmediateResponsible immediate) {
        this.colleagues = colleagues;
        this.othersToHear = othersToHear;
        this.involvements = involvements;
        this.immediate = immediate;
    }

    @Override
    public String form() {
        return "clarifyRoles";
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        String investigator = involve(submission, "investigator", Part.INVESTIGATOR);
        String talksWithPupil = involve(submission, "talksWithPupil", Part.TALKS_WITH_PUPIL);
        String informsGuardians = involve(submission, "informsGuardians", Part.INFORMS_GUARDIANS);
        if (submission.yes("immediateNeeded")) {
            immediate.tell(submission, involve(submission, "immediateResponsible", Part.RESPONSIBLE_FOR_MEASURE));
        }
        return Map.of(
                InvestigationVariables.INVESTIGATOR.name(), investigator,
                InvestigationVariables.TALKS_WITH_PUPIL.name(), talksWithPupil,
                InvestigationVariables.INFORMS_GUARDIANS.name(), informsGuardians,
                InvestigationVariables.OTHERS_TO_HEAR.name(), involveOthers(submission));
    }

    private String involve(Submission submission, String field, Part part) {
        String staff = colleagues.chosen(submission, field);
        involvements.add(submission.caseNumber(), staff, part);
        return staff;
    }

    private int involveOthers(Submission submission) {
        List<String> pupils = othersToHear.chosen(submission);
        pupils.forEach(pupil -> involvements.add(submission.caseNumber(), pupil, Part.OTHER_PUPIL));
        return pupils.size();
    }
}
