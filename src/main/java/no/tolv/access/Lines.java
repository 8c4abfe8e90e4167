package no.tolv.access;

import java.time.Instant;
import no.tolv.casefile.Hearing;
import no.tolv.casefile.Involvements;
import no.tolv.casefile.LogEntry;
import no.tolv.casefile.People;
import no.tolv.casefile.TaskRecord;
import no.tolv.engine.form.CaseTasks.CaseTask;
import no.tolv.letter.Documents;

/** Single things in a case as its reader sees them, with names beside the ids. */
record Lines(People people) {

    CaseReport.Involved involved(Involvements.Involvement involvement) {
        return new CaseReport.Involved(
                involvement.part() == Involvements.Part.OTHER_PUPIL
                        ? people.pupil(involvement.person())
                        : people.staff(involvement.person()),
                involvement.part());
    }

    CaseReport.Waiting waiting(CaseTask task, Instant now) {
        return new CaseReport.Waiting(
                task.name(),
                task.title(),
                task.duty() == null ? null : task.duty().code(),
                task.createdAt(),
                task.dueAt(),
                task.dueAt() != null && now.isAfter(task.dueAt()),
                people.staff(task.assignee()),
                task.roles(),
                task.candidates().stream().map(people::staff).toList());
    }

    CaseReport.Heard heard(Hearing hearing) {
        return new CaseReport.Heard(
                hearing.round(),
                people.pupil(hearing.pupil()),
                people.staff(hearing.heardBy()),
                hearing.heardOn(),
                hearing.how(),
                hearing.statement(),
                hearing.safe(),
                hearing.declined(),
                hearing.weighed(),
                hearing.recordedAt());
    }

    CaseReport.Answered answered(TaskRecord record) {
        return new CaseReport.Answered(
                record.round(),
                record.form(),
                people.staff(record.actor() == null ? "anonymous" : record.actor()),
                record.recordedAt(),
                record.dueAt(),
                record.isLate(),
                record.answers());
    }

    CaseReport.Entry entry(LogEntry entry) {
        return new CaseReport.Entry(
                entry.sequence(),
                people.staff(entry.actor()),
                entry.role(),
                entry.writtenAt(),
                entry.happenedAt(),
                entry.duty(),
                entry.element(),
                entry.diagram(),
                entry.what(),
                entry.text(),
                entry.corrects(),
                entry.hash());
    }

    CaseReport.Kept kept(String caseNumber, Documents.Document document) {
        return new CaseReport.Kept(
                document.id(),
                document.kind(),
                document.version(),
                document.title(),
                document.mediaType(),
                document.createdAt(),
                document.template(),
                document.templateVersion(),
                "/api/cases/" + caseNumber + "/documents/" + document.id());
    }
}
