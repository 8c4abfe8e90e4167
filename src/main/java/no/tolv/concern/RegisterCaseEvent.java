package no.tolv.concern;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import no.tolv.casefile.ActingRole;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.casefile.NeedToKnow;
import no.tolv.casefile.TaskRecords;
import no.tolv.engine.CaseEventVariables;
import no.tolv.engine.CaseStart;
import no.tolv.engine.Choice;
import no.tolv.engine.CommonVariables;
import no.tolv.engine.FormContent;
import no.tolv.engine.FormReader;
import no.tolv.engine.FormRejected;
import no.tolv.engine.PastDates;
import no.tolv.engine.Submission;
import no.tolv.organisation.Organisation;
import org.springframework.stereotype.Component;

/** Somebody says that something has happened in a case they know of. */
@Component
class RegisterCaseEvent implements CaseStart, FormContent {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final NeedToKnow needToKnow;
    private final Organisation organisation;
    private final TaskRecords records;
    private final CaseLog log;
    private final ActingRole actingRole;
    private final PastDates pastDates;

    RegisterCaseEvent(
            NeedToKnow needToKnow,
            Organisation organisation,
            TaskRecords records,
            CaseLog log,
            ActingRole actingRole,
            PastDates pastDates) {
        this.needToKnow = needToKnow;
        this.organisation = organisation;
        this.records = records;
        this.log = log;
        this.actingRole = actingRole;
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
        records.add(file.caseNumber(), form(), null, submission.actor(), submission.answers());
        write(file, submission);
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

    private void write(CaseFile file, Submission event) {
        log.append(new CaseLog.Draft(
                file.caseNumber(),
                event.actor(),
                actingRole.of(event.actor(), file.unit()),
                event.date("happenedOn").atStartOfDay(OSLO).toInstant(),
                Duty.NOTIFY,
                event.form(),
                "caseEvent",
                "Hendelse registrert",
                event.text("text"),
                null));
    }
}
