package no.tolv.access.trace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.NeedToKnow;
import no.tolv.casefile.NeedToKnow.View;
import no.tolv.casefile.Readings;
import no.tolv.engine.history.CasesOfIds;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Which cases a request to the engine has opened, and which it was refused. */
@Component
public class ReadingTrace {

    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

    /**
     * What the engine answered.
     *
     * @param empty a list without rows, or no content at all
     */
    record Answer(int status, boolean empty) {

        boolean isRefusal() {
            return REFUSALS.contains(status);
        }

        boolean isGood() {
            return status < 400;
        }
    }

    private final CasesOfIds casesOfIds;
    private final CaseFiles cases;
    private final NeedToKnow needToKnow;
    private final Exclusions exclusions;
    private final Readings readings;

    ReadingTrace(
            CasesOfIds casesOfIds, CaseFiles cases, NeedToKnow needToKnow, Exclusions exclusions, Readings readings) {
        this.casesOfIds = casesOfIds;
        this.cases = cases;
        this.needToKnow = needToKnow;
        this.exclusions = exclusions;
        this.readings = readings;
    }

    /** Notes that the door let somebody who has logged in no further on a way that leads to cases. */
    public void turnedAway(HttpServletRequest request) {
        EngineRequest asked = new EngineRequest(request);
        Authentication reader = SecurityContextHolder.getContext().getAuthentication();
        if (reader != null && !(reader instanceof AnonymousAuthenticationToken) && asked.mayNameCases()) {
            note(asked, reader.getName(), new Answer(HttpServletResponse.SC_FORBIDDEN, false));
        }
    }

    void note(EngineRequest asked, String reader, Answer answer) {
        if (!answer.isRefusal() && !(answer.isGood() && asked.isReading())) {
            return;
        }
        Set<String> named = asked.named();
        Set<String> found = casesOfIds.of(named);
        found.forEach(caseNumber -> note(asked, caseNumber, reader, answer));
        if (found.isEmpty() && answer.isRefusal() && asked.isAtOneOfACase() && !casesOfIds.isKnown(named)) {
            readings.add(null, reader, asked.what(), false, Origins.of(asked.request()));
        }
    }

    private void note(EngineRequest asked, String caseNumber, String reader, Answer answer) {
        boolean nothingSeen = answer.isRefusal() || answer.empty();
        if (!nothingSeen || isStranger(caseNumber, reader)) {
            readings.add(caseNumber, reader, asked.what(), !nothingSeen, Origins.of(asked.request()));
        }
    }

    /** One of the case's own people finds nothing where a task is done; anybody else was turned away. */
    private boolean isStranger(String caseNumber, String reader) {
        if (exclusions.of(caseNumber).contains(reader)) {
            return true;
        }
        CaseFile file = cases.find(caseNumber).orElseThrow();
        return needToKnow.of(file, reader) != View.WHOLE && !readings.hasRead(caseNumber, reader);
    }
}
