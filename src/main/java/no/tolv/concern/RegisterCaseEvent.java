package no.tolv.concern;

import java.util.List;
import java.util.Map;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.NeedToKnow;
import no.tolv.engine.CaseStart;
import no.tolv.engine.Choice;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormReader;
import no.tolv.engine.FormRejected;
import no.tolv.engine.PastDates;
import no.tolv.engine.Submission;
import no.tolv.engine.variable.CaseEventVariables;
import no.tolv.engine.variable.CommonVariables;
import no.tolv.organisation.Organisation;
import org.springframework.stereotype.Component;

/** Somebody says that something has happened in a case they know of. */
@Component
class RegisterCaseEvent implements CaseStart, FormContent {

    private final NeedToKnow needToKnow;
    private final Organisation organisation;
    private final PastDates pastDates;

    RegisterCaseEvent(NeedToKnow needToKnow, Organisation organisation, PastDates pastDates) {
        this.needToKnow = needToKnow;
        this.organisation = organisation;
        this.pastDates = pastDates;
    }

    @Override
    public String form() {
        return "registerCaseEvent";
    }

    @Override
    public Map<String, List<Choice>> choices(FormReader reader) {
        return Map.of(
                "cases", openCases(reader.person()).stream().map(this::choice).toList());
    }

    @Override
    public Start accept(Submission submission) {
        pastDates.check(submission, "happenedOn");
        CaseFile file = chosen(submission);
        return new Start(
                file.caseNumber(),
                file.unit(),
                Map.of(
                        CommonVariables.CASE_NUMBER.name(), file.caseNumber(),
                        CommonVariables.UNIT.name(), file.unit(),
                        CaseEventVariables.EVENT.name(), submission.text("event")));
    }

    private CaseFile chosen(Submission submission) {
        return openCases(submission.actor()).stream()
                .filter(file -> file.caseNumber().equals(submission.text("case")))
                .findFirst()
                .orElseThrow(
                        () -> new FormRejected("case", "Saken finnes ikke blant dine åpne saker. Velg fra lista."));
    }

    private List<CaseFile> openCases(String person) {
        return person == null ? List.of() : needToKnow.openCasesOf(person);
    }

    /** Number and grade only: a list of cases is no place for names. */
    private Choice choice(CaseFile file) {
        String grade = organisation
                .pupil(file.pupil())
                .map(pupil -> " (" + pupil.grade() + ")")
                .orElse("");
        return new Choice(file.caseNumber(), file.caseNumber() + grade);
    }
}
