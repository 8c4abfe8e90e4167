package no.tolv.letter.undelivered;

import java.util.Map;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormOutcome;
import no.tolv.engine.FormReader;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Submission;
import no.tolv.engine.variable.UndeliveredMailVariables;
import org.springframework.stereotype.Component;

/** Somebody is told whom mail does not get to and why, and says what has been done about it. */
@Component
class ReachRecipient implements FormContent, FormOutcome {

    private static final String TOLD = "toldOtherWay";

    private final UndeliveredMails mails;
    private final UndeliveredWords words;

    ReachRecipient(UndeliveredMails mails, UndeliveredWords words) {
        this.mails = mails;
        this.words = words;
    }

    @Override
    public String form() {
        return "reachRecipient";
    }

    @Override
    public Map<String, Object> values(FormReader reader) {
        Undelivered mail = mails.get((String) reader.variables().get(UndeliveredMailVariables.UNDELIVERED.name()));
        return Map.of("situation", words.situation(mail, mails.stopped(mail)));
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        boolean told = TOLD.equals(submission.text("outcome"));
        if (told && !submission.has("how")) {
            throw new FormRejected("how", "Skriv hvem som har fått beskjeden, når og hvordan.");
        }
        return Map.of(UndeliveredMailVariables.TRY_AGAIN.name(), !told);
    }
}
