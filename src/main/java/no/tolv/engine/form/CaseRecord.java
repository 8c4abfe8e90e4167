package no.tolv.engine.form;

import java.util.Map;
import no.tolv.casefile.ActingRole;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.casefile.TaskRecords;
import org.springframework.stereotype.Component;

/** Writes what was answered into the case: doing the task is the documentation (design principle 4). */
@Component
class CaseRecord {

    private final CaseFiles cases;
    private final TaskRecords records;
    private final CaseLog log;
    private final ActingRole roles;

    CaseRecord(CaseFiles cases, TaskRecords records, CaseLog log, ActingRole roles) {
        this.cases = cases;
        this.records = records;
        this.log = log;
        this.roles = roles;
    }

    /** Holds the case, if there is one, so that a second click waits for the first. */
    void lock(String caseNumber) {
        if (caseNumber != null) {
            cases.lock(caseNumber);
        }
    }

    void write(OpenTask task, String actor, Map<String, Object> answers, String text) {
        if (task.caseNumber() == null) {
            return;
        }
        records.add(task.caseNumber(), task.form(), task.id(), actor, answers, task.due());
        append(task.caseNumber(), actor, task.unit(), task.duty(), task.element(), task.diagram(), task.name(), text);
    }

    void writeStart(
            String caseNumber, String unit, StartForm form, String actor, Map<String, Object> answers, String text) {
        records.add(caseNumber, form.form(), null, actor, answers);
        append(caseNumber, actor, unit, form.duty(), form.element(), form.diagram(), form.name(), text);
    }

    private void append(
            String caseNumber,
            String actor,
            String unit,
            Duty duty,
            String element,
            String diagram,
            String what,
            String text) {
        String writer = actor == null ? "anonymous" : actor;
        log.append(new CaseLog.Draft(
                caseNumber, writer, roles.of(actor, unit), null, duty, element, diagram, what, text, null));
    }
}
