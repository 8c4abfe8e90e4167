package no.tolv.investigation;

import java.util.Map;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormReader;
import no.tolv.engine.Submission;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Pupil;
import org.springframework.stereotype.Component;

/** Each of the other pupils has a conversation of his own; the loop's counter says whose turn it is. */
@Component
class HearOtherPupil implements FormOutcome, FormContent {

    private final Conversation conversation;
    private final OthersToHear othersToHear;
    private final Organisation organisation;

    HearOtherPupil(Conversation conversation, OthersToHear othersToHear, Organisation organisation) {
        this.conversation = conversation;
        this.othersToHear = othersToHear;
        this.organisation = organisation;
    }

    @Override
    public String form() {
        return "hearOtherPupil";
    }

    @Override
    public Map<String, Object> values(FormReader reader) {
        String pupil = othersToHear.turn(reader.caseNumber(), reader.variables());
        return Map.of("pupilName", organisation.pupil(pupil).map(Pupil::name).orElse(""));
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        conversation.ofOther(submission, othersToHear.turn(submission.caseNumber(), submission.variables()));
        return Map.of();
    }
}
