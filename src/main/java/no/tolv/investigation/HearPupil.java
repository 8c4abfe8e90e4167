package no.tolv.investigation;

import java.util.Map;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.Submission;
import org.springframework.stereotype.Component;

/** The pupil is heard before anything is concluded (§ 10-2, INV-06). */
@Component
class HearPupil implements FormOutcome {

    private final Conversation conversation;

    HearPupil(Conversation conversation) {
        this.conversation = conversation;
    }

    @Override
    public String form() {
        return "hearPupil";
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        conversation.ofOwnPupil(submission);
        return Map.of();
    }
}
